using System.Globalization;

namespace ChatAuth.Cli.Chat;

/// <summary>Where the characters that a person sees begin and end (grapheme clusters, UAX #29).</summary>
internal static class Graphemes
{
    /// <summary>The end of the cluster that starts at <paramref name="boundary"/>; the text's length at its end.</summary>
    public static int Next(string text, int boundary)
    {
        if (boundary >= text.Length) return text.Length;

        // Nearly all that is typed, and ten times as fast: a long paste walks the line at each of its characters.
        if (IsPlainAscii(text, boundary) && IsPlainAscii(text, boundary + 1)) return boundary + 1;
        return boundary + StringInfo.GetNextTextElementLength(text, boundary);
    }

    /// <summary>The last boundary before <paramref name="index"/>, or 0.</summary>
    public static int Previous(string text, int index)
    {
        var at = 0;
        for (var next = Next(text, 0); next < index; next = Next(text, next)) at = next;
        return at;
    }

    /// <summary>The first boundary at or after <paramref name="index"/>.</summary>
    public static int Ceiling(string text, int index)
    {
        var at = 0;
        while (at < index) at = Next(text, at);
        return at;
    }

    /// <summary>Between two such characters there is always a boundary, as there is at the end.</summary>
    private static bool IsPlainAscii(string text, int index) => index == text.Length || text[index] is >= ' ' and <= '~';
}
