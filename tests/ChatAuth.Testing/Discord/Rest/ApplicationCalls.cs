using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord.Wire;

namespace ChatAuth.Testing.Discord.Rest;

/// <summary>The application and its commands.</summary>
internal static class ApplicationCalls
{
    public static RestReply GetApplication(RestCall call)
    {
        var options = call.World.Options;
        return RestReply.Of(new JsonObject
        {
            ["id"] = options.ApplicationId,
            ["name"] = options.BotUsername,
            ["icon"] = null,
            ["description"] = "",
            ["type"] = null,
            ["flags"] = 0,
            ["flags_new"] = "0",
            ["eligible_oauth2_scopes"] = new JsonArray(),
            ["bot"] = PersonJson.Of(call.World.Bot),
            ["bot_public"] = true,
            ["bot_require_code_grant"] = false,
            ["verify_key"] = call.World.Key.PublicKey,
            ["integration_types_config"] = new JsonObject(options.IntegrationTypes.Select(Configured)),
            ["interactions_endpoint_url"] = call.World.EndpointUrl?.ToString(),
            ["max_participants"] = null,
            ["redirect_uris"] = new JsonArray(),
            ["role_connections_verification_url"] = null,
            ["owner"] = PersonJson.Of(call.World.Bot),
            ["team"] = null,
            ["approximate_guild_count"] = call.World.Guilds.Count,
            ["approximate_user_install_count"] = 0,
            ["approximate_user_authorization_count"] = 0,
            ["explicit_content_filter"] = 0,
        });
    }

    private static KeyValuePair<string, JsonNode?> Configured(int type) => KeyValuePair.Create($"{type}", (JsonNode?)new JsonObject());

    public static RestReply GetGateway(RestCall call) => RestReply.Of(new JsonObject
    {
        ["url"] = call.World.GatewayUrl,
        ["shards"] = call.World.Options.Shards,
        ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = 999, ["reset_after"] = 0, ["max_concurrency"] = call.World.Options.Shards },
    });

    public static RestReply GetUser(RestCall call)
    {
        var user = PersonJson.Of(call.World.Bot);
        user["mfa_enabled"] = false;
        user["locale"] = "en-US";
        user["verified"] = true;
        user["email"] = null;
        return RestReply.Of(user);
    }

    public static RestReply GetCommands(RestCall call) => RestReply.Of(List(call.World.Commands.Of(GuildOf(call))));

    public static RestReply SetCommands(RestCall call)
    {
        var guild = GuildOf(call);
        if (call.Body is not JsonArray commands || commands.Any(command => command is not JsonObject)) throw DiscordRefusal.InvalidJson;
        return RestReply.Of(List(call.World.Commands.Set(guild, [.. commands.Select(command => command!.AsObject())])));
    }

    public static RestReply AddCommand(RestCall call)
    {
        var guild = GuildOf(call);
        var isNew = call.World.Commands.Of(guild).All(command => command.Name != $"{call.Form["name"]}");
        return new RestReply(isNew ? 201 : 200, call.World.Commands.Add(guild, call.Form).Json);
    }

    /// <summary>Null for the global ones.</summary>
    private static string? GuildOf(RestCall call)
    {
        call.CheckApplication();
        if (call.Parts is not [_, _, "guilds", var id, _]) return null;
        return call.World.Guilds.TryGetValue(id, out var guild) && guild.HasBot ? id : throw DiscordRefusal.MissingAccess;
    }

    private static JsonArray List(IReadOnlyList<DiscordRegisteredCommand> commands) =>
        new([.. commands.Select(command => (JsonNode)command.Json)]);
}
