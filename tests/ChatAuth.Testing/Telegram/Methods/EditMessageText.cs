using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

internal static class EditMessageText
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    public static JsonNode Do(TelegramCall call)
    {
        var (text, entities) = OutgoingText.Read(call);
        var keyboard = OutgoingKeyboard.Read(call);
        return Edit(call, _ => new MessageContent(text, entities, keyboard));
    }

    public static JsonNode DoMarkup(TelegramCall call)
    {
        var keyboard = OutgoingKeyboard.Read(call);
        return Edit(call, now => now with { Keyboard = keyboard });
    }

    private static JsonObject Edit(TelegramCall call, Func<MessageContent, MessageContent> change)
    {
        var message = call.Message("message to edit");
        if (!message.IsFromBot) throw TelegramRefusal.BadRequest("message can't be edited");
        var content = change(message.Content);
        SendMessage.Count(call, message.Chat);
        OutgoingText.Weigh(content.Text);
        OutgoingKeyboard.Weigh(content.Keyboard);
        if (content.Shows(message.Content)) throw TelegramRefusal.BadRequest(NotModified);
        message.Edit(content, call.World.Time.GetUtcNow());
        message.Chat.Changed.Pulse();
        return MessageJson.Of(message);
    }
}
