using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Wire;

/// <summary>A message as Discord writes it.</summary>
internal static class MessageJson
{
    private const int Default = 0;
    private const int Reply = 19;
    private const int CommandReply = 20;

    public static JsonObject Of(FakeDiscordMessage message)
    {
        var interaction = message.Interaction;
        var json = new JsonObject
        {
            ["id"] = message.Id,
            ["channel_id"] = message.Channel.Id,
            ["type"] = TypeOf(message),
            ["content"] = message.Content,
            ["author"] = PersonJson.Of(message.Author),
            ["attachments"] = new JsonArray(),
            ["embeds"] = new JsonArray(),
            ["components"] = message.Now.Components.DeepClone(),
            ["mentions"] = new JsonArray([.. message.Mentioned.Select(user => (JsonNode)PersonJson.Of(user))]),
            ["mention_roles"] = new JsonArray(),
            ["mention_everyone"] = message.Pings.Contains("everyone"),
            ["pinned"] = false,
            ["tts"] = false,
            ["timestamp"] = Time(message.SentAt),
            ["edited_timestamp"] = message.EditedAt is { } edited ? Time(edited) : null,
            ["flags"] = message.Flags,
        };
        if (interaction is not null)
        {
            json["application_id"] = message.Author.Id;
            json["webhook_id"] = message.Author.Id;
            json["interaction_metadata"] = Metadata(interaction);
        }
        if (message.ReplyTo is { } answered)
        {
            json["message_reference"] = new JsonObject { ["type"] = 0, ["channel_id"] = answered.Channel.Id, ["message_id"] = answered.Id };
        }
        return json;
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    private static int TypeOf(FakeDiscordMessage message) => message switch
    {
        { Interaction: { Type: FakeDiscordInteraction.Command } asked } when asked.Original == message => CommandReply,
        { ReplyTo: not null } => Reply,
        _ => Default,
    };

    private static JsonObject Metadata(FakeDiscordInteraction interaction)
    {
        var json = new JsonObject
        {
            ["id"] = interaction.Id, ["type"] = interaction.Type, ["user"] = PersonJson.Of(interaction.Person),
            ["authorizing_integration_owners"] = InteractionJson.Owners(interaction),
        };
        if (interaction.Message is { } source) json["interacted_message_id"] = source.Id;
        return json;
    }
}
