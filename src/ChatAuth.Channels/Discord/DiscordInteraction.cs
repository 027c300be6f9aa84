using System.Text.Json;

namespace ChatAuth.Channels.Discord;

/// <summary>
/// An interaction as Discord writes it; only what is read of it. A bot with a client library makes one of what its library received; ids are the platform's numbers as texts.
/// </summary>
/// <param name="Id">The interaction.</param>
/// <param name="ApplicationId">The application.</param>
/// <param name="Type"><see cref="Ping"/>, <see cref="Command"/>, <see cref="Component"/> or <see cref="Completion"/>; any other is not for ChatAuth.</param>
/// <param name="Token">What it is answered by; a secret for a quarter of an hour.</param>
public sealed record DiscordInteraction(string Id, string ApplicationId, int Type, string Token)
{
    /// <summary>Discord asks whether somebody is there.</summary>
    public const int Ping = 1;

    /// <summary>A slash command.</summary>
    public const int Command = 2;

    /// <summary>A tap on a button, or a choice in a menu.</summary>
    public const int Component = 3;

    /// <summary>An option that is being typed.</summary>
    public const int Completion = 4;

    /// <summary>What was typed or chosen.</summary>
    public Payload? Data { get; init; }

    /// <summary>The guild; null in direct messages.</summary>
    public string? GuildId { get; init; }

    /// <summary>The channel or thread.</summary>
    public Place? Channel { get; init; }

    /// <summary>Who did it, in a guild.</summary>
    public GuildMember? Member { get; init; }

    /// <summary>Who did it, elsewhere.</summary>
    public Account? User { get; init; }

    /// <summary>The message that a component is on.</summary>
    public Carrier? Message { get; init; }

    /// <summary>0 a guild, 1 a direct conversation with the bot, 2 any other direct conversation.</summary>
    public int? Context { get; init; }

    /// <summary>Who installed the application here: key 0 a guild, key 1 a user.</summary>
    public IReadOnlyDictionary<string, string>? AuthorizingIntegrationOwners { get; init; }

    /// <summary>Without the token.</summary>
    public override string ToString() => nameof(DiscordInteraction);

    /// <summary>What was typed or chosen.</summary>
    public sealed record Payload
    {
        /// <summary>The command.</summary>
        public string? Name { get; init; }

        /// <summary>The command's options that were filled in. Lists can hold null: nothing in the reading of JSON forbids it.</summary>
        public IReadOnlyList<Option?>? Options { get; init; }

        /// <summary>The component.</summary>
        public string? CustomId { get; init; }

        /// <summary>The values chosen in a menu.</summary>
        public IReadOnlyList<string?>? Values { get; init; }
    }

    /// <summary>An option that was filled in.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Value">A text, or true or false.</param>
    public sealed record Option(string Name, JsonElement Value)
    {
        /// <summary>It is being typed.</summary>
        public bool? Focused { get; init; }

        /// <summary>A text that was typed.</summary>
        /// <param name="name">The option's name.</param>
        /// <param name="text">The text.</param>
        public static Option Of(string name, string text) => new(name, JsonSerializer.SerializeToElement(text, DiscordInteractionJson.Default.String));

        /// <summary>A yes or no that was chosen.</summary>
        /// <param name="name">The option's name.</param>
        /// <param name="yes">Which.</param>
        public static Option Of(string name, bool yes) => new(name, JsonElement.Parse(yes ? "true" : "false"));
    }

    /// <summary>A channel or thread.</summary>
    /// <param name="Id">Its number.</param>
    public sealed record Place(string Id)
    {
        /// <summary>Its kind; 10 to 12 are threads.</summary>
        public int? Type { get; init; }

        /// <summary>The channel that a thread belongs to, or the category of a channel.</summary>
        public string? ParentId { get; init; }
    }

    /// <summary>A member of a guild.</summary>
    /// <param name="User">The account.</param>
    public sealed record GuildMember(Account User)
    {
        /// <summary>The roles there.</summary>
        public IReadOnlyList<string?>? Roles { get; init; }
    }

    /// <summary>An account.</summary>
    /// <param name="Id">Its number.</param>
    public sealed record Account(string Id)
    {
        /// <summary>It is a program.</summary>
        public bool? Bot { get; init; }
    }

    /// <summary>A message.</summary>
    public sealed record Carrier
    {
        /// <summary>Bits such as <see cref="DiscordMessage.Ephemeral"/>.</summary>
        public int? Flags { get; init; }
    }
}
