using System.Globalization;

namespace ChatAuth.Cli.Models.Auth;

/// <summary>Reads for how long a token was issued: one number, with decimals perhaps, and a unit; without one it counts days.</summary>
internal static class Lifetime
{
    private const double MostDays = 36_500;

    /// <summary>False when the text is none, or nothing, or more than a hundred years.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan lifetime)
    {
        lifetime = default;
        text = text.Trim();
        var digits = text.IndexOfAnyInRange('a', 'z');
        if (digits < 0) digits = text.Length;
        if (DaysOf(text[digits..].Trim()) is not { } unit) return false;
        if (!double.TryParse(text[..digits].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return false;
        var days = number * unit;
        if (days is not (> 0 and <= MostDays)) return false;
        lifetime = TimeSpan.FromDays(days);
        return lifetime > TimeSpan.Zero;
    }

    private static double? DaysOf(ReadOnlySpan<char> unit) => unit switch
    {
        "" or "d" => 1,
        "w" => 7,
        "h" => 1d / 24,
        "m" => 1d / (24 * 60),
        "s" => 1d / (24 * 60 * 60),
        "ms" => 1d / (24 * 60 * 60 * 1000),
        _ => null,
    };
}
