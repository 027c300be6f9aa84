using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

internal static class SendMessage
{
    private const long General = 1;

    public static JsonNode Do(TelegramCall call)
    {
        var (text, entities) = OutgoingText.Read(call);
        var keyboard = OutgoingKeyboard.Read(call);
        var chat = call.OpenChat();
        var topic = Topic(chat, call.Number("message_thread_id") ?? 0);
        var reply = Reply(chat, call.Json("reply_parameters"));
        if (!chat.BotMayWrite) throw TelegramRefusal.BadRequest("not enough rights to send text messages to the chat");
        Count(call, chat);
        OutgoingText.Weigh(text);
        OutgoingKeyboard.Weigh(keyboard);
        var content = new MessageContent(text, entities, keyboard);
        chat.BotSpoke();
        return MessageJson.Of(chat.Add(new FakeMessage(chat, chat.NextId(), call.World.Bot, call.World.Time.GetUtcNow(), content)
        {
            Topic = topic,
            ThreadId = chat.ThreadOf(topic, reply),
            ReplyTo = reply ?? (topic is null ? null : chat.Find(topic.ThreadId)),
        }));
    }

    /// <summary>Counts a message against the flood limit.</summary>
    public static void Count(TelegramCall call, FakeChat chat)
    {
        if (call.World.Options.FloodLimit && call.World.Flood.Take(chat.Id, chat.IsGroup) is { } seconds) throw TelegramRefusal.TooMany(seconds);
    }

    /// <summary>A thread of a chat that has no topics is let pass; General cannot be named.</summary>
    private static FakeTopic? Topic(FakeChat chat, long thread)
    {
        if (thread <= 0 || !(chat.IsForum || chat.Person is not null)) return null;
        return (thread == General ? null : chat.FindTopic(thread)) ?? throw TelegramRefusal.BadRequest("message thread not found");
    }

    private static FakeMessage? Reply(FakeChat chat, JsonNode? parameters)
    {
        if (parameters is not JsonObject reply || !long.TryParse($"{reply["message_id"]}", out var id) || id <= 0) return null;
        if (chat.Find(id) is { } message) return message;
        return reply["allow_sending_without_reply"]?.GetValue<bool>() == true ? null : throw TelegramRefusal.BadRequest("message to be replied not found");
    }
}
