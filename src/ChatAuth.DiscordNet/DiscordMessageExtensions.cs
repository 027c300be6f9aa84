using ChatAuth.Channels.Discord;
using ChatAuth.Core.Commands;
using Discord;

namespace ChatAuth.DiscordNet;

/// <summary>Plain messages, for bots that answer them with <c>IChatAuth</c>.</summary>
public static class DiscordMessageExtensions
{
    /// <summary>Who wrote a message, and where. A thread follows its channel; roles count in the guild that the library names.</summary>
    /// <param name="message">The message, as the client received it.</param>
    /// <param name="applicationId">
    /// The bot's application, as the developer portal shows it; for all but the oldest bots it is the number of the bot's user, <c>client.CurrentUser.Id</c>.
    /// </param>
    /// <returns>Null where no person wrote it: bots, this one included, webhooks and the platform are never asked or answered.</returns>
    public static CommandContext? ToCommandContext(this IMessage message, ulong applicationId)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message is not IUserMessage { Source: MessageSource.User, Author: { IsBot: false, IsWebhook: false } author, Channel: { } channel }) return null;
        var guild = (channel as IGuildChannel)?.GuildId;
        return new DiscordIncomingMessage(
            LibraryInteraction.Text(applicationId), LibraryInteraction.Text(message.Id), LibraryInteraction.Text(author.Id), LibraryInteraction.Text(channel.Id))
        {
            ParentId = channel is IThreadChannel { CategoryId: { } parent } ? LibraryInteraction.Text(parent) : null,
            GuildId = guild is { } id ? LibraryInteraction.Text(id) : null,
            Roles = author is IGuildUser { RoleIds: { } roles } member && member.GuildId == guild ? [.. roles.Select(LibraryInteraction.Text)] : [],
            IsDirect = channel is IDMChannel,
        }.ToContext();
    }
}
