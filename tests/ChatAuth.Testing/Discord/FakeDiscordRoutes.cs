namespace ChatAuth.Testing.Discord;

/// <summary>The requests that the fake knows, as the specification spells them.</summary>
public static class FakeDiscordRoutes
{
    public const string GetApplication = "GET /applications/@me";
    public const string GetMyApplication = "GET /oauth2/applications/@me";
    public const string GetGateway = "GET /gateway/bot";
    public const string GetChannel = "GET /channels/{channel_id}";
    public const string GetGuild = "GET /guilds/{guild_id}";
    public const string GetUser = "GET /users/@me";
    public const string GetPerson = "GET /users/{user_id}";
    public const string GetCommands = "GET /applications/{application_id}/commands";
    public const string SetCommands = "PUT /applications/{application_id}/commands";
    public const string AddCommand = "POST /applications/{application_id}/commands";
    public const string GetGuildCommands = "GET /applications/{application_id}/guilds/{guild_id}/commands";
    public const string SetGuildCommands = "PUT /applications/{application_id}/guilds/{guild_id}/commands";
    public const string AddGuildCommand = "POST /applications/{application_id}/guilds/{guild_id}/commands";
    public const string OpenDirectMessages = "POST /users/@me/channels";
    public const string CreateMessage = "POST /channels/{channel_id}/messages";
    public const string Respond = "POST /interactions/{interaction_id}/{interaction_token}/callback";
    public const string FollowUp = "POST /webhooks/{webhook_id}/{webhook_token}";
    public const string EditOriginal = "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original";
    public const string GetOriginal = "GET /webhooks/{webhook_id}/{webhook_token}/messages/@original";
    public const string EditFollowUp = "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}";
}
