using System.Globalization;

namespace ChatAuth.Cli.Chat;

/// <summary>Where the characters that a person sees begin and end (grapheme clusters, UAX #29).</summary>
internal static class Graphemes
{
    /// <summary>The end of the cluster that starts at <paramref name="boundary"/>; the text's length at its end.</summary>
    public static int Next(string text, int boundary) =>
        boundary >= text.Length ? text.Length : boundary + StringInfo.GetNextTextElementLength(text, boundary);

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
}
