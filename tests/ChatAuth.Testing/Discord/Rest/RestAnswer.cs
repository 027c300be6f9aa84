using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.Discord.Rest;

/// <summary>Writes what the REST API answers.</summary>
internal static class RestAnswer
{
    public static async Task WriteAsync(HttpResponse response, FakeDiscordRequest request, int status, JsonNode? body)
    {
        request.Status = response.StatusCode = status;
        request.Answer = body?.DeepClone();
        if (body is null) return;
        response.ContentType = "application/json";
        await response.WriteAsync(body.ToJsonString());
    }

    /// <summary>How the limit stands, on every answer that is counted.</summary>
    public static void AddHeaders(HttpResponse response, RateState rate)
    {
        response.Headers["X-RateLimit-Bucket"] = rate.Bucket;
        response.Headers["X-RateLimit-Limit"] = $"{rate.Limit}";
        response.Headers["X-RateLimit-Remaining"] = $"{rate.Remaining}";
        response.Headers["X-RateLimit-Reset"] = Seconds(rate.ResetAt - DateTimeOffset.UnixEpoch);
        response.Headers["X-RateLimit-Reset-After"] = Seconds(rate.ResetAfter);
    }

    public static Task WriteLimitedAsync(HttpResponse response, FakeDiscordRequest request, TimeSpan retryAfter, string scope)
    {
        response.Headers.RetryAfter = $"{(int)Math.Ceiling(retryAfter.TotalSeconds)}";
        response.Headers["X-RateLimit-Scope"] = scope;
        if (scope == "global") response.Headers["X-RateLimit-Global"] = "true";
        return WriteAsync(response, request, 429, new JsonObject
        {
            ["message"] = scope == "shared" ? "The resource is being rate limited." : "You are being rate limited.",
            ["code"] = 0,
            ["retry_after"] = Math.Round(retryAfter.TotalSeconds, 3),
            ["global"] = scope == "global",
        });
    }

    /// <summary>Not Discord but what stands before it: a page, and no JSON.</summary>
    public static Task WritePageAsync(HttpResponse response, FakeDiscordRequest request, int status, string title)
    {
        request.Status = response.StatusCode = status;
        response.ContentType = "text/html; charset=UTF-8";
        return response.WriteAsync($"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>");
    }

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
