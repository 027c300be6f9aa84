using System.Globalization;
using System.Net.Http.Headers;

namespace ChatAuth.Channels.Discord;

/// <summary>What an answer says of the limits, beside the answer itself.</summary>
/// <param name="Bucket">The limit that counted the request; null where none was named.</param>
/// <param name="IsUsedUp">Nothing more passes before it is reset.</param>
/// <param name="ResetAfter">When it is reset.</param>
/// <param name="Reach">Whom a refusal with 429 concerns.</param>
internal sealed record DiscordLimit(string? Bucket, bool IsUsedUp, TimeSpan ResetAfter, DiscordLimit.Extent Reach)
{
    private const int LongestName = 128;
    private const double Day = 24 * 60 * 60;

    /// <summary>Whom a refusal concerns.</summary>
    internal enum Extent
    {
        /// <summary>It was not said: something before Discord spoke, which knows addresses of the network only.</summary>
        Address,

        /// <summary>This bot on this route.</summary>
        User,

        /// <summary>Everybody who uses this resource; such refusals are not counted against us.</summary>
        Shared,

        /// <summary>This bot on every route.</summary>
        Global,
    }

    public static DiscordLimit In(HttpResponseHeaders headers) => new(
        ValueOf(headers, "X-RateLimit-Bucket") is { Length: > 0 and <= LongestName } bucket ? bucket : null,
        ValueOf(headers, "X-RateLimit-Remaining") is "0",
        decimal.TryParse(ValueOf(headers, "X-RateLimit-Reset-After"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? Seconds((double)seconds) : TimeSpan.Zero,
        ReachIn(headers));

    /// <summary>A span that somebody else names, within a day.</summary>
    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Day));

    private static Extent ReachIn(HttpResponseHeaders headers) => ValueOf(headers, "X-RateLimit-Scope") switch
    {
        "global" => Extent.Global,
        "shared" => Extent.Shared,
        _ when ValueOf(headers, "X-RateLimit-Global") is "true" => Extent.Global,
        null when ValueOf(headers, "X-RateLimit-Bucket") is null => Extent.Address,
        _ => Extent.User,
    };

    private static string? ValueOf(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : null;
}
