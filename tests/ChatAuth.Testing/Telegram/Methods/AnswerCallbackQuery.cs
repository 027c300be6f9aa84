using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

internal static class AnswerCallbackQuery
{
    public static JsonNode Do(TelegramCall call)
    {
        var now = call.World.Time.GetUtcNow();
        var tap = call.World.Taps.GetValueOrDefault(call.Text("callback_query_id") ?? "");
        if (tap is null or { Answer: not null } || now - tap.Time > call.World.Options.CallbackWindow)
        {
            throw TelegramRefusal.BadRequest("query is too old and response timeout expired or query ID is invalid");
        }
        var text = call.Text("text");
        if (text?.Length > TelegramLimits.CallbackAnswer) throw TelegramRefusal.BadRequest("MESSAGE_TOO_LONG");
        tap.Answer = new CallbackAnswer(string.IsNullOrEmpty(text) ? null : text, call.Flag("show_alert"), now);
        tap.Chat.Changed.Pulse();
        return true;
    }
}
