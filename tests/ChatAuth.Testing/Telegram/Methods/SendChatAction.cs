using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

internal static class SendChatAction
{
    private static readonly HashSet<string> Known =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document", "choose_sticker",
        "find_location", "record_video_note", "upload_video_note",
    ];

    public static JsonNode Do(TelegramCall call)
    {
        var action = call.Text("action") ?? "";
        if (!Known.Contains(action)) throw TelegramRefusal.BadRequest("wrong parameter action in request");
        call.OpenChat().Act(new ChatAction(action, call.Number("message_thread_id"), call.World.Time.GetUtcNow()));
        return true;
    }
}
