using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.Telegram;

/// <summary>The parameters of a request, whichever way they came: query, form or JSON.</summary>
internal static class TelegramBody
{
    /// <summary>Parameters that are text even where they look like something else.</summary>
    private static readonly HashSet<string> Texts =
    [
        "text", "parse_mode", "callback_query_id", "url", "secret_token", "action", "language_code", "ip_address", "business_connection_id",
        "inline_message_id", "message_effect_id",
    ];

    /// <summary>Null where the JSON cannot be read.</summary>
    public static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        var fields = new JsonObject();
        foreach (var (name, value) in request.Query) fields[name] = Value(name, value.ToString());
        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync()) fields[name] = Value(name, value.ToString());
        }
        if (!request.HasJsonContentType()) return fields;
        try
        {
            var json = await JsonNode.ParseAsync(request.Body);
            if (json is not JsonObject body) return null;
            foreach (var (name, value) in body.Where(field => field.Value is not null)) fields[name] = value!.DeepClone();
            return fields;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Value(string name, string text)
    {
        if (Texts.Contains(name)) return text;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
