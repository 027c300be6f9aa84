using System.Buffers;
using System.Globalization;

namespace ChatAuth.Providers.Wire;

/// <summary>A span of time as OpenAI writes it: <c>6m0s</c>, <c>1.5s</c>, <c>20ms</c>.</summary>
internal static class SpanText
{
    private const double Most = 1_000_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromDays(366);

    private static readonly SearchValues<char> s_number = SearchValues.Create("0123456789.");

    /// <summary>The span; null when it is none.</summary>
    public static TimeSpan? Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var sum = TimeSpan.Zero;
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var unit = rest.IndexOfAnyExcept(s_number);
            if (unit <= 0 || !double.TryParse(rest[..unit], CultureInfo.InvariantCulture, out var amount) || amount > Most) return null;
            rest = rest[unit..];
            var next = rest.IndexOfAny(s_number);
            if (next < 0) next = rest.Length;
            if (UnitOf(rest[..next]) is not { } length) return null;
            sum += amount * length;
            if (sum > s_longest) return null;
            rest = rest[next..];
        }
        return sum;
    }

    private static TimeSpan? UnitOf(ReadOnlySpan<char> name) => name switch
    {
        "d" => TimeSpan.FromDays(1),
        "h" => TimeSpan.FromHours(1),
        "m" => TimeSpan.FromMinutes(1),
        "s" => TimeSpan.FromSeconds(1),
        "ms" => TimeSpan.FromMilliseconds(1),
        _ => null,
    };
}
