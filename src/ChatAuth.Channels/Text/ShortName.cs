using System.Globalization;

namespace ChatAuth.Channels;

/// <summary>Names and sentences cut to a length where a person sees one character end and the next begin.</summary>
internal static class ShortName
{
    private const string Ellipsis = "…";

    /// <summary>The name cleaned, and cut where it is longer.</summary>
    /// <param name="text">The name.</param>
    /// <param name="most">The most UTF-16 units, the ellipsis included; at least 1.</param>
    public static string Of(string text, int most)
    {
        var clean = CleanText.Name(text).Trim();
        if (clean.Length <= most) return clean;
        var (end, room) = (0, most - Ellipsis.Length);
        while (StringInfo.GetNextTextElementLength(clean, end) is var length && end + length <= room) end += length;
        return clean[..end].TrimEnd() + Ellipsis;
    }
}
