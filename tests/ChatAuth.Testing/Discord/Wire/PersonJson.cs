using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Wire;

/// <summary>A user and a member as Discord writes them.</summary>
internal static class PersonJson
{
    public static JsonObject Of(FakeDiscordUser user)
    {
        var json = new JsonObject
        {
            ["id"] = user.Id, ["username"] = user.Username, ["avatar"] = null, ["discriminator"] = user.IsBot ? "4242" : "0", ["public_flags"] = 0, ["flags"] = 0,
            ["global_name"] = user.GlobalName, ["avatar_decoration_data"] = null, ["collectibles"] = null, ["primary_guild"] = null,
        };
        if (user.IsBot) json["bot"] = true;
        return json;
    }

    public static JsonObject Member(FakeDiscordGuild guild, FakeDiscordUser person) => new()
    {
        ["avatar"] = null, ["banner"] = null, ["collectibles"] = null, ["communication_disabled_until"] = null, ["deaf"] = false, ["flags"] = 0,
        ["joined_at"] = "2024-01-01T00:00:00.000000+00:00", ["mute"] = false, ["nick"] = null, ["pending"] = false,
        ["permissions"] = $"{guild.PermissionsOf(person)}", ["premium_since"] = null,
        ["roles"] = new JsonArray([.. guild.RolesOf(person).Select(role => (JsonNode)role.Id)]), ["user"] = Of(person),
    };
}
