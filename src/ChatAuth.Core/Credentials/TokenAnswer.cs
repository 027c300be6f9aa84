using System.Text.Json;

namespace ChatAuth.Core.Credentials;

/// <summary>What a token endpoint's answer means (RFC 6749, 5). Nothing of it is ever quoted.</summary>
public abstract record TokenAnswer
{
    /// <summary>An end further away than this is taken for not stated: 10 years.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private protected TokenAnswer() { }

    /// <summary>Tokens were given.</summary>
    /// <param name="Access">The access token.</param>
    /// <param name="Refresh">The refresh token; null: the answer has none, and one that was shown stays valid (RFC 6749, 6).</param>
    /// <param name="Expires">When the access token ends; null when not stated.</param>
    /// <param name="Scope">What was granted, as stated; null: what was asked for (RFC 6749, 5.1).</param>
    public sealed record Granted(Secret Access, Secret? Refresh, DateTimeOffset? Expires, string? Scope) : TokenAnswer;

    /// <summary>What was shown is spent, revoked or unknown: a person must sign in again. Issuers say it as <c>invalid_grant</c>, 400 or 404.</summary>
    public sealed record Spent : TokenAnswer;

    /// <summary>The issuer does not serve now: 429 or 5xx.</summary>
    /// <param name="RetryAfter">How long it wants to be left alone; null when not stated.</param>
    public sealed record Busy(TimeSpan? RetryAfter) : TokenAnswer;

    /// <summary>Nothing that can be used. The issuer took nothing where the status is an error; where it is 2xx, what was shown is perhaps spent.</summary>
    /// <param name="Status">The HTTP status.</param>
    public sealed record Unreadable(int Status) : TokenAnswer;

    /// <summary>Reads an answer; whatever it holds, it is one of the family.</summary>
    /// <param name="raw">The answer as it came.</param>
    /// <param name="now">When it came: the end of the access token counts from here.</param>
    public static TokenAnswer Read(RawTokenAnswer raw, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (raw.Status is 429 or >= 500) return new Busy(raw.RetryAfter);
        if (raw.Status is 400 or 404) return new Spent();
        try
        {
            using var json = JsonDocument.Parse(raw.Body, Strict);
            return Read(raw.Status, json.RootElement, now);
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            // The second is what a name with half a surrogate pair makes.
            return new Unreadable(raw.Status);
        }
    }

    private static TokenAnswer Read(int status, JsonElement json, DateTimeOffset now)
    {
        if (json.ValueKind is not JsonValueKind.Object) return new Unreadable(status);
        // Some issuers answer errors with 200.
        if (TextOf(json, "error") is "invalid_grant") return new Spent();
        if (status is < 200 or > 299
            || !Secret.TryCreate(TextOf(json, "access_token"), out var access)
            || !IsBearer(json)
            || !TryReadRefresh(json, out var refresh)) return new Unreadable(status);
        return new Granted(access!, refresh, now + LifetimeOf(json), TextOf(json, "scope"));
    }

    /// <summary>RFC 6749, 7.1: a token of a type that we do not know must not be used. Where none is named, it is the usual one.</summary>
    private static bool IsBearer(JsonElement json) =>
        !json.TryGetProperty("token_type", out _) || string.Equals(TextOf(json, "token_type"), "bearer", StringComparison.OrdinalIgnoreCase);

    /// <summary>False for one that is there and malformed: the shown one is perhaps spent, and this one cannot stand in for it.</summary>
    private static bool TryReadRefresh(JsonElement json, out Secret? refresh)
    {
        refresh = null;
        if (!json.TryGetProperty("refresh_token", out var value) || value.ValueKind is JsonValueKind.Null) return true;
        return TextOf(json, "refresh_token") is { } text && (text.Length == 0 || Secret.TryCreate(text, out refresh));
    }

    private static TimeSpan? LifetimeOf(JsonElement json) =>
        json.TryGetProperty("expires_in", out var value) && value.ValueKind is JsonValueKind.Number
        && value.TryGetDouble(out var seconds) && seconds >= 0 && seconds <= Longest.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static string? TextOf(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind is not JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate or bytes that are no UTF-8.
            return null;
        }
    }
}
