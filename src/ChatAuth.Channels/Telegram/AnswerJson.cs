using System.Text.Json;

namespace ChatAuth.Channels.Telegram;

/// <summary>Reads what the Bot API answers.</summary>
internal static class AnswerJson
{
    /// <summary>The answer; null when this is not one of the Bot API's.</summary>
    public static TelegramAnswer? Read(byte[] json)
    {
        try
        {
            var answer = JsonElement.Parse(json);
            return answer.GetProperty("ok").GetBoolean() ? new TelegramAnswer.Done(answer.GetProperty("result")) : RefusalIn(answer);
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static TelegramAnswer.Refused RefusalIn(JsonElement answer)
    {
        var description = answer.TryGetProperty("description", out var text) ? text.GetString() : null;
        var refused = new TelegramAnswer.Refused(answer.GetProperty("error_code").GetInt32(), description ?? "");
        if (!answer.TryGetProperty("parameters", out var parameters)) return refused;
        return refused with
        {
            RetryAfter = parameters.TryGetProperty("retry_after", out var seconds) ? TimeSpan.FromSeconds(Math.Max(0, seconds.GetInt32())) : null,
            MigratedTo = parameters.TryGetProperty("migrate_to_chat_id", out var chat) ? chat.GetInt64() : null,
        };
    }
}
