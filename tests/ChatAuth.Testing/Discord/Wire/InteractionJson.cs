using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Wire;

/// <summary>An interaction as Discord tells it to the application. The parts that have a schema are held against it.</summary>
internal static class InteractionJson
{
    public static JsonObject Of(DiscordWorld world, FakeDiscordInteraction interaction, JsonObject data)
    {
        var (person, channel) = (interaction.Person, interaction.Channel);
        var json = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = world.Options.ApplicationId,
            ["type"] = interaction.Type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = data,
            ["channel"] = Channel(channel, person),
            ["channel_id"] = channel.Id,
            ["context"] = channel.Context,
            ["locale"] = person.Locale,
            ["app_permissions"] = $"{FakeDiscordPermissions.Everyone}",
            ["attachment_size_limit"] = 10 << 20,
            ["authorizing_integration_owners"] = Owners(interaction),
            ["entitlements"] = new JsonArray(),
            ["entitlement_sku_ids"] = new JsonArray(),
        };
        if (channel.Guild is { } guild)
        {
            json["guild_id"] = guild.Id;
            json["guild_locale"] = "en-US";
            json["guild"] = new JsonObject { ["id"] = guild.Id, ["locale"] = "en-US", ["features"] = new JsonArray() };
            json["member"] = PersonJson.Member(guild, person);
            world.Report(world.Spec?.CheckPart("GuildMemberResponse", json["member"]));
        }
        else
        {
            json["user"] = PersonJson.Of(person);
            world.Report(world.Spec?.CheckPart("UserResponse", json["user"]));
        }
        if (interaction.Message is { } message)
        {
            json["message"] = MessageJson.Of(message);
            world.Report(world.Spec?.CheckPart("MessageResponse", json["message"]));
        }
        return json;
    }

    public static JsonObject Owners(FakeDiscordInteraction interaction) =>
        new(interaction.Owners.Select(owner => KeyValuePair.Create(owner.Key, (JsonNode?)owner.Value)));

    /// <summary>A partial channel: what Discord tells of it and no more.</summary>
    private static JsonObject Channel(FakeDiscordChannel channel, FakeDiscordUser person)
    {
        var json = new JsonObject { ["id"] = channel.Id, ["type"] = channel.Type, ["flags"] = 0, ["last_message_id"] = channel.LastMessageId };
        if (channel.Name is { } name) json["name"] = name;
        if (channel.Guild is not { } guild) return json;
        json["guild_id"] = guild.Id;
        json["nsfw"] = false;
        json["permissions"] = $"{guild.PermissionsOf(person)}";
        json["parent_id"] = channel.Parent?.Id;
        if (channel.Parent is not null)
        {
            json["thread_metadata"] = new JsonObject { ["archived"] = false, ["auto_archive_duration"] = 1440, ["locked"] = false };
        }
        return json;
    }
}
