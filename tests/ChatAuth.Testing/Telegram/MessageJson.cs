using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <summary>Messages, people and chats as the Bot API writes them. Every call builds anew.</summary>
internal static class MessageJson
{
    /// <param name="message">The message.</param>
    /// <param name="withReply">With what it answers; that itself comes without.</param>
    public static JsonObject Of(FakeMessage message, bool withReply = true)
    {
        var json = new JsonObject { ["message_id"] = message.Id };
        if (message.From is { } from) json["from"] = Of(from);
        json["chat"] = Of(message.Chat);
        json["date"] = message.SentAt.ToUnixTimeSeconds();
        if (message.EditedAt is { } edited) json["edit_date"] = edited.ToUnixTimeSeconds();
        if (message.ThreadId is { } thread) json["message_thread_id"] = thread;
        if (message.Topic is not null) json["is_topic_message"] = true;
        if (withReply && message.ReplyTo is { } reply) json["reply_to_message"] = Of(reply, withReply: false);
        AddContent(json, message);
        foreach (var (name, value) in message.Extra) json[name] = value?.DeepClone();
        return json;
    }

    public static JsonObject Of(FakeUser user)
    {
        var json = new JsonObject { ["id"] = user.Id, ["is_bot"] = user.IsBot, ["first_name"] = user.FirstName };
        if (user.Username is { } name) json["username"] = name;
        return json;
    }

    public static JsonObject Of(FakeChat chat)
    {
        var json = new JsonObject { ["id"] = chat.Id, ["type"] = chat.Type };
        if (chat.Person is { } person) json["first_name"] = person.FirstName;
        else json["title"] = chat.Title;
        if ((chat.Person?.Username ?? chat.Username) is { } name) json["username"] = name;
        if (chat.IsForum) json["is_forum"] = true;
        return json;
    }

    public static JsonArray Of(IEnumerable<FakeEntity> entities) =>
    [
        .. entities.Select(entity =>
        {
            var json = new JsonObject { ["type"] = entity.Type, ["offset"] = entity.Offset, ["length"] = entity.Length };
            if (entity.Url is { } url) json["url"] = url;
            return json;
        }),
    ];

    private static void AddContent(JsonObject json, FakeMessage message)
    {
        var content = message.Content;
        if (content.Text.Length > 0) json[message.IsCaption ? "caption" : "text"] = content.Text;
        if (content.Entities.Count > 0) json[message.IsCaption ? "caption_entities" : "entities"] = Of(content.Entities);
        if (content.Keyboard is { } keyboard) json["reply_markup"] = JsonNode.Parse(keyboard.Json);
    }
}
