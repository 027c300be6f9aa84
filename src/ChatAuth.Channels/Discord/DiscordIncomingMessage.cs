using System.Globalization;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Channels.Discord;

/// <summary>
/// A plain message that a bot's client library received, for bots that answer such messages: who wrote it, and where. Ids are the platform's numbers as texts. Only what a person wrote
/// themselves is one; of bots, webhooks and the platform itself, none is made.
/// </summary>
/// <param name="ApplicationId">The application of the bot that received it: the same conversation has the same choice, whether a command or a message asks.</param>
/// <param name="Id">The message.</param>
/// <param name="AuthorId">Who wrote it.</param>
/// <param name="ChannelId">The channel, thread or direct conversation.</param>
public sealed record DiscordIncomingMessage(string ApplicationId, string Id, string AuthorId, string ChannelId)
{
    /// <summary>The channel that a thread belongs to. Default null: it is in no thread.</summary>
    public string? ParentId { get; init; }

    /// <summary>The guild, which the bot is in. Default null: a direct conversation.</summary>
    public string? GuildId { get; init; }

    /// <summary>The author's roles in the guild. Default none.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Nobody but the author and the bot is there. Default false.</summary>
    public bool IsDirect { get; init; }

    /// <summary>As <c>IChatAuth</c> wants it; null where an id is none.</summary>
    public CommandContext? ToContext()
    {
        if (Snowflake.Find(AuthorId) is not { } author || Snowflake.Find(Id) is not { } id) return null;
        var conversation = new SessionKey(DiscordServiceCollectionExtensions.Platform, ApplicationId, ParentId ?? ChannelId, ParentId is null ? null : ChannelId);
        return new CommandContext
        {
            Asker = new Asker(
                new Person(DiscordServiceCollectionExtensions.Platform, author), conversation, IsDirect && GuildId is null,
                GuildId, GuildId is null ? [] : [.. Roles.Select(Snowflake.Find).OfType<long>()]),
            Cause = new ChangeCause(string.Create(CultureInfo.InvariantCulture, $"{DiscordServiceCollectionExtensions.Platform}:{ApplicationId}:{id}")),
            SentAt = Snowflake.MomentOf(id),
            Sequence = id,
        };
    }
}
