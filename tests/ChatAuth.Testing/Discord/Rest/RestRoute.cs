namespace ChatAuth.Testing.Discord.Rest;

/// <summary>A request that the fake knows.</summary>
/// <param name="Name">As in <see cref="FakeDiscordRoutes"/>.</param>
/// <param name="Major">What parts its rate limit: the channel, the guild, or the webhook with its token.</param>
/// <param name="Do">Does it.</param>
internal sealed record RestRoute(string Name, string Major, Func<RestCall, RestReply> Do)
{
    /// <summary>A token in the path answers for it, and the global rate limit does not count it.</summary>
    public bool IsInteraction => Name.Contains("_token}", StringComparison.Ordinal);

    public static RestRoute? Find(string verb, string[] parts) => (verb, parts) switch
    {
        ("GET", ["applications", "@me"]) => new(FakeDiscordRoutes.GetApplication, "", ApplicationCalls.GetApplication),
        ("GET", ["oauth2", "applications", "@me"]) => new(FakeDiscordRoutes.GetMyApplication, "", ApplicationCalls.GetApplication),
        ("GET", ["gateway", "bot"]) => new(FakeDiscordRoutes.GetGateway, "", ApplicationCalls.GetGateway),
        ("GET", ["channels", var channel]) => new(FakeDiscordRoutes.GetChannel, channel, ChannelCalls.Get),
        ("GET", ["guilds", var guild]) => new(FakeDiscordRoutes.GetGuild, guild, ChannelCalls.GetGuild),
        ("GET", ["users", "@me"]) => new(FakeDiscordRoutes.GetUser, "", ApplicationCalls.GetUser),
        ("GET", ["users", _]) => new(FakeDiscordRoutes.GetPerson, "", ChannelCalls.GetPerson),
        ("GET", ["applications", _, "commands"]) => new(FakeDiscordRoutes.GetCommands, "", ApplicationCalls.GetCommands),
        ("PUT", ["applications", _, "commands"]) => new(FakeDiscordRoutes.SetCommands, "", ApplicationCalls.SetCommands),
        ("POST", ["applications", _, "commands"]) => new(FakeDiscordRoutes.AddCommand, "", ApplicationCalls.AddCommand),
        ("GET", ["applications", _, "guilds", var guild, "commands"]) => new(FakeDiscordRoutes.GetGuildCommands, guild, ApplicationCalls.GetCommands),
        ("PUT", ["applications", _, "guilds", var guild, "commands"]) => new(FakeDiscordRoutes.SetGuildCommands, guild, ApplicationCalls.SetCommands),
        ("POST", ["applications", _, "guilds", var guild, "commands"]) => new(FakeDiscordRoutes.AddGuildCommand, guild, ApplicationCalls.AddCommand),
        ("POST", ["users", "@me", "channels"]) => new(FakeDiscordRoutes.OpenDirectMessages, "", ChannelCalls.OpenDirectMessages),
        ("POST", ["channels", var channel, "messages"]) => new(FakeDiscordRoutes.CreateMessage, channel, ChannelCalls.CreateMessage),
        ("POST", ["interactions", _, var token, "callback"]) => new(FakeDiscordRoutes.Respond, token, InteractionCalls.Respond),
        ("POST", ["webhooks", _, var token]) => new(FakeDiscordRoutes.FollowUp, token, InteractionCalls.FollowUp),
        ("PATCH", ["webhooks", _, var token, "messages", "@original"]) => new(FakeDiscordRoutes.EditOriginal, token, InteractionCalls.Edit),
        ("GET", ["webhooks", _, var token, "messages", "@original"]) => new(FakeDiscordRoutes.GetOriginal, token, InteractionCalls.GetOriginal),
        ("PATCH", ["webhooks", _, var token, "messages", _]) => new(FakeDiscordRoutes.EditFollowUp, token, InteractionCalls.Edit),
        _ => null,
    };
}
