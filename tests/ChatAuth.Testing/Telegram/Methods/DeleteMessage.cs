using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

internal static class DeleteMessage
{
    public static JsonNode Do(TelegramCall call)
    {
        var message = call.Message("message to delete");
        var chat = message.Chat;
        var mayDelete = message.IsFromBot || chat.Person is not null || chat.BotIsAdmin;
        if (!mayDelete || call.World.Time.GetUtcNow() - message.SentAt > TelegramLimits.Deletion)
        {
            throw TelegramRefusal.BadRequest(chat.Type == "supergroup" ? "message can't be deleted" : "message can't be deleted for everyone");
        }
        message.Delete();
        chat.Changed.Pulse();
        return true;
    }
}
