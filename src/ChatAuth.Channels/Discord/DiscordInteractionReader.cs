using System.Globalization;
using System.Text.Json;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Channels.Discord;

/// <summary>Reads what an interaction is to this bot. Every input is legal.</summary>
internal static class DiscordInteractionReader
{
    private const string Platform = "discord";
    private const string GuildInstall = "0";

    public static DiscordEvent Read(ReadOnlySpan<byte> utf8Json) =>
        DiscordInteractionJson.Find(utf8Json) is { } interaction ? Read(interaction) : new DiscordEvent.Nothing();

    public static DiscordEvent Read(DiscordInteraction interaction)
    {
        if (interaction.Type == DiscordInteraction.Ping) return new DiscordEvent.Ping();
        if (interaction is not { ApplicationId: not null, Token: not null }) return new DiscordEvent.Nothing();
        if (Snowflake.Find(interaction.Id) is not { } id || PersonOf(interaction) is not { } person || interaction.Channel is not { } channel) return new DiscordEvent.Nothing();
        var isPrivate = interaction is { Context: 1, GuildId: null };
        var place = new DiscordPlace(
            interaction.ApplicationId, interaction.Id, interaction.Token, channel.Id, Snowflake.MomentOf(id), IsShared: !isPrivate);
        var context = ContextOf(interaction, id, person, channel, isPrivate);
        return (interaction.Type, interaction.Data) switch
        {
            (DiscordInteraction.Command, { Name: DiscordCommands.Model } data) => Typed(context, data, place),
            (DiscordInteraction.Command, { Name: DiscordCommands.Ask } data) when TextOf(data, DiscordCommands.Prompt) is { } prompt =>
                new DiscordEvent.Asked(context with { ReplyVisibility = null }, prompt, TextOf(data, DiscordCommands.With), place),
            (DiscordInteraction.Component, { CustomId: { } button } data) => new DiscordEvent.Tapped(
                context with { ReplyVisibility = isPrivate || IsEphemeral(interaction) ? Visibility.Private : Visibility.Public, Sequence = null, SentAt = null },
                data.Values is [{ } value, ..] ? value : button, place),
            (DiscordInteraction.Completion, { Name: DiscordCommands.Model or DiscordCommands.Ask } data) when data.Options?.FirstOrDefault(option => option is { Focused: true }) is { } typing =>
                new DiscordEvent.Completing(context with { ReplyVisibility = Visibility.Private }, typing.Name, Text(typing.Value) ?? ""),
            _ => new DiscordEvent.Nothing(),
        };
    }

    /// <summary>Who sees the answer follows from the command and its option <c>public</c> alone.</summary>
    private static DiscordEvent.Typed Typed(CommandContext context, DiscordInteraction.Payload data, DiscordPlace place)
    {
        var isPublic = place.IsShared && data.Options?.Any(option => option is { Name: DiscordCommands.Public, Value.ValueKind: JsonValueKind.True }) == true;
        var line = new DiscordLine(TextOf(data, DiscordCommands.Choice), TextOf(data, DiscordCommands.For));
        return new DiscordEvent.Typed(context with { ReplyVisibility = isPublic ? Visibility.Public : Visibility.Private }, line, place);
    }

    private static CommandContext ContextOf(DiscordInteraction interaction, long id, Person person, DiscordInteraction.Place channel, bool isPrivate)
    {
        var isThread = channel is { Type: 10 or 11 or 12, ParentId: not null };
        var conversation = new SessionKey(
            Platform, interaction.ApplicationId, isThread ? channel.ParentId! : channel.Id, isThread ? channel.Id : null);
        // A guild where only the person installed the application did not let it in: nothing that its payload says counts.
        var isInstalled = interaction.AuthorizingIntegrationOwners?.ContainsKey(GuildInstall) == true;
        return new CommandContext
        {
            Asker = new Asker(
                person, conversation, isPrivate,
                isInstalled ? interaction.GuildId : null,
                isInstalled ? [.. (interaction.Member?.Roles ?? []).Select(Snowflake.Find).OfType<long>()] : []),
            Cause = new ChangeCause(string.Create(CultureInfo.InvariantCulture, $"{Platform}:{interaction.ApplicationId}:{id}")),
            SentAt = Snowflake.MomentOf(id),
            Sequence = id,
            HasButtons = true,
            ChoicesAPage = 25,
            ReportsDelivery = true,
            IsOnlyBot = true,
        };
    }

    private static Person? PersonOf(DiscordInteraction interaction) =>
        (interaction.Member?.User ?? interaction.User) is { Bot: not true } account && Snowflake.Find(account.Id) is { } id ? new Person(Platform, id) : null;

    private static bool IsEphemeral(DiscordInteraction interaction) => (interaction.Message?.Flags & DiscordMessage.Ephemeral) is > 0;

    private static string? TextOf(DiscordInteraction.Payload data, string name) =>
        data.Options?.FirstOrDefault(option => option?.Name == name) is { } option ? Text(option.Value) : null;

    private static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
