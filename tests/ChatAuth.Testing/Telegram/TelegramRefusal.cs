using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <summary>Telegram says no.</summary>
internal sealed class TelegramRefusal(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    public int Code => code;

    public JsonObject? Parameters => parameters;

    public static TelegramRefusal BadRequest(string text) => new(400, $"Bad Request: {text}");

    public static TelegramRefusal Forbidden(string text) => new(403, $"Forbidden: {text}");

    public static TelegramRefusal Conflict(string text) => new(409, $"Conflict: {text}");

    public static TelegramRefusal TooMany(int seconds) =>
        new(429, $"Too Many Requests: retry after {seconds}", new JsonObject { ["retry_after"] = seconds });

    public static TelegramRefusal Migrated(long to) =>
        new(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = to });
}
