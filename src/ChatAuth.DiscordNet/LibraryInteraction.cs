using System.Globalization;
using ChatAuth.Channels.Discord;
using Discord;

namespace ChatAuth.DiscordNet;

/// <summary>Interactions of the library as Discord wrote them. What they say about people is not judged here: the channel does.</summary>
internal static class LibraryInteraction
{
    /// <summary>Reads what ChatAuth wants to know; of what is neither slash command, component nor completion, no more than what it is.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="channel">Where it happened, which the interface does not tell; null where the library does not know.</param>
    public static DiscordInteraction Read(IDiscordInteraction interaction, IChannel? channel) =>
        new(Text(interaction.Id), Text(interaction.ApplicationId), (int)interaction.Type, interaction.Token ?? "")
        {
            Data = DataOf(interaction),
            GuildId = interaction.GuildId is { } guild ? Text(guild) : null,
            Channel = interaction.ChannelId is { } id ? PlaceOf(id, channel) : null,
            Member = interaction.GuildId is not null ? MemberOf(interaction.User) : null,
            User = interaction.GuildId is null ? AccountOf(interaction.User) : null,
            Message = interaction is IComponentInteraction { Message: { } message } ? new DiscordInteraction.Carrier { Flags = (int?)message.Flags } : null,
            Context = (int?)interaction.ContextType,
            AuthorizingIntegrationOwners = interaction.IntegrationOwners?.ToDictionary(owner => Text((ulong)owner.Key), owner => Text(owner.Value)),
        };

    /// <summary>The platform's number as a text.</summary>
    public static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    private static DiscordInteraction.Payload? DataOf(IDiscordInteraction interaction) => interaction switch
    {
        ISlashCommandInteraction { Data: { } data } => new() { Name = data.Name, Options = [.. (data.Options ?? []).Select(option => OptionOf(option.Name, option.Value)).OfType<DiscordInteraction.Option>()] },
        IAutocompleteInteraction { Data: { } data } => new() { Name = data.CommandName, Options = [.. (data.Options ?? []).Select(OptionOf).OfType<DiscordInteraction.Option>()] },
        IComponentInteraction { Data: { } data } => new() { CustomId = data.CustomId, Values = data.Values is { Count: > 0 } values ? [.. values] : null },
        _ => null,
    };

    private static DiscordInteraction.Option? OptionOf(AutocompleteOption option) => OptionOf(option.Name, option.Value) is { } read ? read with { Focused = option.Focused } : null;

    /// <summary>Ours are texts and yes or no.</summary>
    private static DiscordInteraction.Option? OptionOf(string name, object? value) => value switch
    {
        string text => DiscordInteraction.Option.Of(name, text),
        bool yes => DiscordInteraction.Option.Of(name, yes),
        _ => null,
    };

    private static DiscordInteraction.Place PlaceOf(ulong id, IChannel? channel) => new(Text(id))
    {
        Type = channel is IThreadChannel thread ? (int)thread.Type : null,
        ParentId = channel is IThreadChannel { CategoryId: { } parent } ? Text(parent) : null,
    };

    private static DiscordInteraction.GuildMember? MemberOf(IUser? user) =>
        AccountOf(user) is { } account ? new(account) { Roles = user is IGuildUser { RoleIds: { } roles } ? [.. roles.Select(Text)] : null } : null;

    private static DiscordInteraction.Account? AccountOf(IUser? user) => user is null ? null : new(Text(user.Id)) { Bot = user.IsBot || user.IsWebhook };
}
