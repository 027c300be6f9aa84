using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord.Wire;

namespace ChatAuth.Testing.Discord.Gateway;

/// <summary>What sockets are told of guilds and their channels.</summary>
internal static class GatewayJson
{
    public static JsonObject Ready(DiscordWorld world, string url, JsonObject identify, IEnumerable<FakeDiscordGuild> guilds)
    {
        var ready = new JsonObject
        {
            ["v"] = 10,
            ["user"] = PersonJson.Of(world.Bot),
            ["session_id"] = $"session-{world.NextId()}",
            ["session_type"] = "normal",
            ["resume_gateway_url"] = url,
            ["guilds"] = new JsonArray([.. guilds.Select(guild => (JsonNode)new JsonObject { ["id"] = guild.Id, ["unavailable"] = true })]),
            ["private_channels"] = new JsonArray(),
            ["application"] = new JsonObject { ["id"] = world.Options.ApplicationId, ["flags"] = 0 },
        };
        if (identify["shard"] is { } shard) ready["shard"] = shard.DeepClone();
        return ready;
    }

    public static JsonObject Guild(DiscordWorld world, FakeDiscordGuild guild)
    {
        var channels = world.Channels.Values.Where(channel => channel.Guild == guild).ToList();
        var json = new JsonObject
        {
            ["id"] = guild.Id, ["name"] = guild.Name, ["icon"] = null, ["owner_id"] = guild.Owner.Id, ["unavailable"] = false, ["large"] = false,
            ["joined_at"] = "2024-01-01T00:00:00.000000+00:00", ["member_count"] = 2, ["preferred_locale"] = "en-US",
            ["channels"] = List(channels.Where(channel => channel.Parent is null).Select(Channel)),
            ["threads"] = List(channels.Where(channel => channel.Parent is not null).Select(Channel)),
            ["members"] = new JsonArray(PersonJson.Member(guild, world.Bot)),
            ["roles"] = List([Role(new FakeDiscordRole(guild.Id, "@everyone", FakeDiscordPermissions.Everyone)), .. guild.Roles.Select(Role)]),
        };
        foreach (var list in (string[])["emojis", "features", "voice_states", "presences", "stickers", "guild_scheduled_events", "stage_instances"]) json[list] = new JsonArray();
        foreach (var number in (string[])[
            "verification_level", "default_message_notifications", "explicit_content_filter", "mfa_level", "nsfw_level", "premium_tier", "system_channel_flags",
            "max_members", "max_stage_video_channel_users", "max_video_channel_users", "premium_subscription_count"]) json[number] = 0;
        foreach (var missing in (string[])[
            "description", "home_header", "splash", "discovery_splash", "banner", "application_id", "afk_channel_id", "system_channel_id", "widget_channel_id", "max_presences",
            "vanity_url_code", "rules_channel_id", "safety_alerts_channel_id", "public_updates_channel_id", "incidents_data"]) json[missing] = null;
        foreach (var no in (string[])["nsfw", "widget_enabled", "premium_progress_bar_enabled"]) json[no] = false;
        (json["region"], json["afk_timeout"]) = ("", 300);
        return json;
    }

    public static JsonObject Channel(FakeDiscordChannel channel)
    {
        var json = new JsonObject
        {
            ["id"] = channel.Id, ["type"] = channel.Type, ["guild_id"] = channel.Guild?.Id, ["name"] = channel.Name, ["position"] = 0, ["parent_id"] = channel.Parent?.Id,
            ["permission_overwrites"] = new JsonArray(), ["flags"] = 0, ["nsfw"] = false, ["rate_limit_per_user"] = 0,
        };
        if (channel.Parent is null) return json;
        json["owner_id"] = channel.Guild!.Owner.Id;
        (json["message_count"], json["member_count"], json["total_message_sent"]) = (0, 1, 0);
        json["thread_metadata"] = new JsonObject { ["archived"] = false, ["auto_archive_duration"] = 1440, ["archive_timestamp"] = "2024-01-01T00:00:00.000000+00:00", ["locked"] = false };
        return json;
    }

    /// <summary>A message as a socket is told of it; without its words where it did not ask to read them.</summary>
    public static JsonObject Message(FakeDiscordMessage message, bool withContent)
    {
        var json = MessageJson.Of(message);
        if (message.Channel.Guild is { } guild)
        {
            json["guild_id"] = guild.Id;
            json["member"] = PersonJson.Member(guild, message.Author);
            json["member"]!.AsObject().Remove("user");
        }
        if (!withContent) json["content"] = "";
        return json;
    }

    private static JsonObject Role(FakeDiscordRole role) => new()
    {
        ["id"] = role.Id, ["name"] = role.Name, ["permissions"] = $"{role.Permissions}", ["color"] = 0, ["hoist"] = false, ["managed"] = false, ["mentionable"] = false, ["position"] = 0, ["flags"] = 0,
        ["icon"] = null, ["unicode_emoji"] = null, ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
    };

    private static JsonArray List(IEnumerable<JsonObject> items) => new([.. items.Select(item => (JsonNode)item)]);
}
