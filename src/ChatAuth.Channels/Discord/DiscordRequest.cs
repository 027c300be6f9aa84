namespace ChatAuth.Channels.Discord;

/// <summary>A request to Discord's REST API. Ids are the platform's numbers as texts.</summary>
public abstract record DiscordRequest
{
    private protected DiscordRequest() { }

    /// <summary>Without what it carries: the token of an interaction is a secret.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary><c>POST /interactions/{id}/{token}/callback</c>: answers an interaction that did not come by HTTP.</summary>
    /// <param name="InteractionId">The interaction.</param>
    /// <param name="Token">Its token; a secret for a quarter of an hour.</param>
    /// <param name="Response">The answer.</param>
    public sealed record Respond(string InteractionId, string Token, DiscordResponse Response) : DiscordRequest;

    /// <summary><c>PATCH /webhooks/{application}/{token}/messages/@original</c>: the message that the interaction was answered with, or is to be.</summary>
    /// <param name="ApplicationId">The application.</param>
    /// <param name="Token">The interaction's token.</param>
    /// <param name="Message">The message.</param>
    public sealed record EditOriginal(string ApplicationId, string Token, DiscordMessage Message) : DiscordRequest;

    /// <summary><c>POST /webhooks/{application}/{token}</c>: a further message of the interaction.</summary>
    /// <param name="ApplicationId">The application.</param>
    /// <param name="Token">The interaction's token.</param>
    /// <param name="Message">The message.</param>
    public sealed record FollowUp(string ApplicationId, string Token, DiscordMessage Message) : DiscordRequest;

    /// <summary><c>POST /channels/{channel}/messages</c>: a message of the bot's own.</summary>
    /// <param name="ChannelId">The channel, thread or direct conversation.</param>
    /// <param name="Message">The message.</param>
    public sealed record CreateMessage(string ChannelId, DiscordMessage Message) : DiscordRequest;

    /// <summary><c>POST /users/@me/channels</c>: the direct conversation with a person, which is opened where there is none.</summary>
    /// <param name="RecipientId">The person.</param>
    public sealed record OpenDirectMessages(string RecipientId) : DiscordRequest;

    /// <summary><c>GET /applications/{application}/commands</c>, or a guild's.</summary>
    /// <param name="ApplicationId">The application.</param>
    /// <param name="GuildId">The guild; null for the global ones.</param>
    public sealed record GetCommands(string ApplicationId, string? GuildId) : DiscordRequest;

    /// <summary><c>PUT /applications/{application}/commands</c>, or a guild's: these and no others.</summary>
    /// <param name="ApplicationId">The application.</param>
    /// <param name="GuildId">The guild; null for the global ones.</param>
    /// <param name="Commands">The commands.</param>
    public sealed record SetCommands(string ApplicationId, string? GuildId, IReadOnlyList<DiscordCommand> Commands) : DiscordRequest;

    /// <summary><c>GET /applications/@me</c>: proves the token.</summary>
    public sealed record GetApplication : DiscordRequest;
}

/// <summary>A slash command as it is registered.</summary>
/// <param name="Name">1 to 32 characters, lower case.</param>
/// <param name="Description">1 to 100 characters.</param>
public sealed record DiscordCommand(string Name, string Description)
{
    /// <summary>1: a slash command.</summary>
    public int Type { get; } = 1;

    /// <summary>What can be filled in, at most 25.</summary>
    public IReadOnlyList<DiscordCommandOption> Options { get; init; } = [];

    /// <summary>Where it can be used: 0 guilds, 1 the bot's direct messages, 2 other direct messages; null for a guild's command.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }

    /// <summary>How it is installed: 0 in guilds, 1 by a user; null for a guild's command.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }
}

/// <summary>Something that can be filled in.</summary>
/// <param name="Type">3 a text, 5 yes or no.</param>
/// <param name="Name">1 to 32 characters, lower case.</param>
/// <param name="Description">1 to 100 characters.</param>
public sealed record DiscordCommandOption(int Type, string Name, string Description)
{
    /// <summary>It must be filled in; null when it need not.</summary>
    public bool? Required { get; init; }

    /// <summary>It is completed while it is typed; null when it is not.</summary>
    public bool? Autocomplete { get; init; }

    /// <summary>The longest text; null for no limit of our own.</summary>
    public int? MaxLength { get; init; }
}
