using System.Globalization;

namespace ChatAuth.Core.Commands;

/// <summary>Reads and writes how long something holds: numbers with a unit, such as <c>2h</c> or <c>1d12h</c>.</summary>
internal static class SpanText
{
    private const long MaxMinutes = 90 * 24 * 60;

    /// <summary>True when the text has the shape of a span.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="span">The span; null when it is none, holds a zero, or is longer than 90 days.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out TimeSpan? span)
    {
        span = null;
        var (total, anyZero) = (0L, false);
        do
        {
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (digits < 1 || MinutesOf(text[digits]) is not { } unit) return false;
            var number = ReadNumber(text[..digits]);
            anyZero |= number == 0;
            total = Math.Min(total + (number * unit), MaxMinutes + 1);
            text = text[(digits + 1)..];
        }
        while (!text.IsEmpty);
        if (!anyZero && total <= MaxMinutes) span = TimeSpan.FromMinutes(total);
        return true;
    }

    /// <summary>The shortest text that reads as the span, such as <c>1d12h</c>.</summary>
    public static string Of(TimeSpan span) => string.Concat(
        Part(span.Days, 'd'), Part(span.Hours, 'h'), Part(span.Minutes, 'm'));

    private static string Part(int number, char unit) => number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number}{unit}");

    private static long? MinutesOf(char unit) => char.ToLowerInvariant(unit) switch
    {
        'm' => 1,
        'h' => 60,
        'd' => 24 * 60,
        'w' => 7 * 24 * 60,
        _ => null,
    };

    /// <summary>The number, or something beyond every limit: a thousand digits must not overflow.</summary>
    private static long ReadNumber(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        foreach (var digit in digits) number = Math.Min((number * 10) + (digit - '0'), MaxMinutes + 1);
        return number;
    }
}
