using System.Text.Json;

namespace ChatAuth.Channels.Discord;

/// <summary>Reads what Discord answers.</summary>
internal static class DiscordAnswerReader
{
    private const int TooManyRequests = 429;

    /// <summary>A refusal below 500 is one whoever spoke: what stands between us and Discord refuses too, with a page for a body.</summary>
    public static DiscordAnswer Read(HttpResponseMessage response, byte[] body)
    {
        var (status, json) = ((int)response.StatusCode, JsonIn(body));
        DiscordAnswer answer = (status, json) switch
        {
            (>= 200 and < 300, _) when body.Length == 0 => new DiscordAnswer.Done(default),
            (>= 200 and < 300, { } result) => new DiscordAnswer.Done(result),
            (TooManyRequests, _) => new DiscordAnswer.Refused(status, CodeIn(json)) { RetryAfter = WaitIn(response, json) },
            (>= 400 and < 500, _) or (>= 500, { ValueKind: JsonValueKind.Object }) => new DiscordAnswer.Refused(status, CodeIn(json)),
            _ => new DiscordAnswer.Unreachable(true),
        };
        return answer with { Limit = DiscordLimit.In(response.Headers), GivenAt = response.Headers.Date };
    }

    private static JsonElement? JsonIn(byte[] body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int CodeIn(JsonElement? json) => NumberIn(json, "code") is { } number && number.TryGetInt32(out var code) ? code : 0;

    /// <summary>The body has fractions of a second, the header comes also from those who answer before Discord.</summary>
    private static TimeSpan WaitIn(HttpResponseMessage response, JsonElement? json) =>
        NumberIn(json, "retry_after") is { } seconds ? DiscordLimit.Seconds(seconds.GetDouble()) : response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);

    private static JsonElement? NumberIn(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value : null;
}
