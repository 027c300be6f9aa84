using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Wire;

/// <summary>A user and a member as Discord writes them.</summary>
internal static class PersonJson
{
    public static JsonObject Of(FakeDiscordUser user)
    {
        var json = new JsonObject
        {
            ["id"] = user.Id,
            ["username"] = user.Username,
            ["global_name"] = user.GlobalName,
            ["discriminator"] = user.IsBot ? "4242" : "0",
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["avatar"] = null,
            ["avatar_decoration_data"] = null,
            ["collectibles"] = null,
            ["primary_guild"] = null,
        };
        if (user.IsBot) json["bot"] = true;
        return json;
    }

    public static JsonObject Member(FakeDiscordGuild guild, FakeDiscordUser person) => new()
    {
        ["user"] = Of(person),
        ["roles"] = new JsonArray([.. guild.RolesOf(person).Select(role => (JsonNode)role.Id)]),
        ["permissions"] = $"{guild.PermissionsOf(person)}",
        ["joined_at"] = "2024-01-01T00:00:00.000000+00:00",
        ["avatar"] = null,
        ["banner"] = null,
        ["collectibles"] = null,
        ["communication_disabled_until"] = null,
        ["deaf"] = false,
        ["flags"] = 0,
        ["mute"] = false,
        ["nick"] = null,
        ["pending"] = false,
        ["premium_since"] = null,
    };
}
