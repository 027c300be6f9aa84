using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <summary>The methods that the fake knows. Their names ignore case.</summary>
internal static class TelegramMethods
{
    private static readonly Dictionary<string, Func<TelegramCall, JsonNode>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["getMe"] = GetMe.Do,
        ["setWebhook"] = SetWebhook.Do,
        ["deleteWebhook"] = SetWebhook.Delete,
        ["getWebhookInfo"] = SetWebhook.Tell,
        ["getMyCommands"] = MyCommands.Get,
        ["setMyCommands"] = MyCommands.Set,
        ["deleteMyCommands"] = MyCommands.Delete,
        ["sendMessage"] = SendMessage.Do,
        ["editMessageText"] = EditMessageText.Do,
        ["editMessageReplyMarkup"] = EditMessageText.DoMarkup,
        ["answerCallbackQuery"] = AnswerCallbackQuery.Do,
        ["deleteMessage"] = DeleteMessage.Do,
        ["sendChatAction"] = SendChatAction.Do,
    };

    /// <exception cref="TelegramRefusal">Telegram says no.</exception>
    public static Task<string> DoAsync(TelegramCall call, CancellationToken gone)
    {
        var method = call.Request.Method;
        if (method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase)) return GetUpdates.DoAsync(call, gone);
        if (!Known.TryGetValue(method, out var known))
        {
            if (call.World.Spec?.CheckMethod(method, call.Request.Body) is []) call.World.Report([$"{method}: the fake does not know it"]);
            throw new TelegramRefusal(404, "Not Found: method not found");
        }
        lock (call.World.Gate) return Task.FromResult(known(call).ToJsonString());
    }
}
