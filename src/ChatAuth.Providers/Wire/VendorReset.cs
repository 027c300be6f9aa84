using System.Globalization;
using System.Net.Http.Headers;

namespace ChatAuth.Providers.Wire;

/// <summary>When a vendor says that it serves again: <c>Retry-After</c> (RFC 9110, section 10.2.3), else the reset of a limit of which nothing remains.</summary>
internal static class VendorReset
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(32);

    private static readonly string[] s_limits = ["requests", "tokens", "input-tokens", "output-tokens"];

    public static DateTimeOffset? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var reset = now + headers.RetryAfter?.Delta ?? headers.RetryAfter?.Date ?? Exhausted(headers, now);
        return reset > now && reset - now <= Furthest ? reset : null;
    }

    private static DateTimeOffset? Exhausted(HttpResponseHeaders headers, DateTimeOffset now)
    {
        DateTimeOffset? latest = null;
        foreach (var limit in s_limits)
        {
            Consider(Find(headers, $"anthropic-ratelimit-{limit}-remaining"), Moment(Find(headers, $"anthropic-ratelimit-{limit}-reset")));
            Consider(Find(headers, $"x-ratelimit-remaining-{limit}"), now + SpanText.Read(Find(headers, $"x-ratelimit-reset-{limit}")));
        }
        return latest;

        void Consider(string? remaining, DateTimeOffset? reset)
        {
            if (remaining is "0" && reset is not null && (latest is null || reset > latest)) latest = reset;
        }
    }

    private static string? Find(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : null;

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
