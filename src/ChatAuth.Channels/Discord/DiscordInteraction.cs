using System.Text.Json;

namespace ChatAuth.Channels.Discord;

/// <summary>An interaction as Discord writes it; only what is read of it.</summary>
/// <param name="Id">The interaction.</param>
/// <param name="ApplicationId">The application.</param>
/// <param name="Type"><see cref="Ping"/>, <see cref="Command"/>, <see cref="Component"/> or <see cref="Completion"/>.</param>
/// <param name="Token">What it is answered by; a secret for a quarter of an hour.</param>
internal sealed record DiscordInteraction(string Id, string ApplicationId, int Type, string Token)
{
    public const int Ping = 1;
    public const int Command = 2;
    public const int Component = 3;
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
    internal sealed record Payload
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
    internal sealed record Option(string Name, JsonElement Value)
    {
        /// <summary>It is being typed.</summary>
        public bool? Focused { get; init; }
    }

    /// <summary>A channel or thread.</summary>
    /// <param name="Id">Its number.</param>
    internal sealed record Place(string Id)
    {
        /// <summary>Its kind; 10 to 12 are threads.</summary>
        public int? Type { get; init; }

        /// <summary>The channel that a thread belongs to, or the category of a channel.</summary>
        public string? ParentId { get; init; }
    }

    /// <summary>A member of a guild.</summary>
    /// <param name="User">The account.</param>
    internal sealed record GuildMember(Account User)
    {
        /// <summary>The roles there.</summary>
        public IReadOnlyList<string?>? Roles { get; init; }
    }

    /// <summary>An account.</summary>
    /// <param name="Id">Its number.</param>
    internal sealed record Account(string Id)
    {
        /// <summary>It is a program.</summary>
        public bool? Bot { get; init; }
    }

    /// <summary>A message.</summary>
    internal sealed record Carrier
    {
        /// <summary>Bits such as <see cref="DiscordMessage.Ephemeral"/>.</summary>
        public int? Flags { get; init; }
    }
}
