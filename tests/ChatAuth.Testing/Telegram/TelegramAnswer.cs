using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.Telegram;

/// <summary>The envelope of every answer.</summary>
internal static class TelegramAnswer
{
    /// <summary>It was done. The result is JSON already.</summary>
    public static Task WriteAsync(HttpResponse response, RecordedRequest request, string result)
    {
        request.Status = 200;
        return WriteAsync(response, $$"""{"ok":true,"result":{{result}}}""");
    }

    public static Task WriteAsync(HttpResponse response, RecordedRequest request, TelegramRefusal refusal)
    {
        request.Status = response.StatusCode = refusal.Code;
        request.Refusal = refusal.Message;
        var body = new JsonObject { ["ok"] = false, ["error_code"] = refusal.Code, ["description"] = refusal.Message };
        if (refusal.Parameters is { } parameters) body["parameters"] = parameters.DeepClone();
        if (refusal.Parameters?["retry_after"] is { } seconds) response.Headers.RetryAfter = seconds.ToString();
        return WriteAsync(response, body.ToJsonString());
    }

    private static Task WriteAsync(HttpResponse response, string body)
    {
        response.ContentType = "application/json";
        return response.WriteAsync(body);
    }
}
