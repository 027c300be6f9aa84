using System.Globalization;
using System.Text;

namespace ChatAuth.Cli.Chat;

/// <summary>How many terminal columns text takes: East Asian wide characters and emoji two, marks and joiners none.</summary>
internal static class CellWidth
{
    private const int EmojiPresentation = 0xFE0F;

    /// <summary>Wide and fullwidth ranges of Unicode's EastAsianWidth.txt, merged over unassigned gaps; in ascending order.</summary>
    private static readonly (int First, int Last)[] s_wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3), (0x25FD, 0x25FE),
        (0x2614, 0x2615), (0x2630, 0x2637), (0x2648, 0x2653), (0x267F, 0x267F), (0x268A, 0x268F), (0x2693, 0x2693), (0x26A1, 0x26A1),
        (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA), (0x26F2, 0x26F3),
        (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B), (0x2728, 0x2728), (0x274C, 0x274C),
        (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797), (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C),
        (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x2E80, 0x303E), (0x3041, 0x3247), (0x3250, 0xA4CF), (0xA960, 0xA97C), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE10, 0xFE19), (0xFE30, 0xFE6B), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x1B2FF), (0x1D300, 0x1D376),
        (0x1F004, 0x1F004), (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A), (0x1F200, 0x1F320), (0x1F32D, 0x1F335),
        (0x1F337, 0x1F37C), (0x1F37E, 0x1F393), (0x1F3A0, 0x1F3CA), (0x1F3CF, 0x1F3D3), (0x1F3E0, 0x1F3F0), (0x1F3F4, 0x1F3F4),
        (0x1F3F8, 0x1F43E), (0x1F440, 0x1F440), (0x1F442, 0x1F4FC), (0x1F4FF, 0x1F53D), (0x1F54B, 0x1F54E), (0x1F550, 0x1F567),
        (0x1F57A, 0x1F57A), (0x1F595, 0x1F596), (0x1F5A4, 0x1F5A4), (0x1F5FB, 0x1F64F), (0x1F680, 0x1F6C5), (0x1F6CC, 0x1F6CC),
        (0x1F6D0, 0x1F6D2), (0x1F6D5, 0x1F6DF), (0x1F6EB, 0x1F6EC), (0x1F6F4, 0x1F6FC), (0x1F7E0, 0x1F7F0), (0x1F90C, 0x1F93A),
        (0x1F93C, 0x1F945), (0x1F947, 0x1F9FF), (0x1FA70, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>Columns of a whole text, cluster by cluster.</summary>
    public static int Of(string text)
    {
        var columns = 0;
        for (var at = 0; at < text.Length;)
        {
            var next = Graphemes.Next(text, at);
            columns += OfCluster(text.AsSpan(at..next));
            at = next;
        }

        return columns;
    }

    /// <summary>Columns of one grapheme cluster: 0, 1 or 2, for joined emoji, flags and keycaps are drawn as one sign.</summary>
    public static int OfCluster(ReadOnlySpan<char> cluster)
    {
        if (cluster is [>= ' ' and <= '~']) return 1;

        var columns = 0;
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (rune.Value == EmojiPresentation) return 2;
            columns += OfRune(rune);
        }

        return Math.Min(columns, 2);
    }

    /// <summary>The end of the longest run of whole clusters from the start that fits into <paramref name="columns"/>.</summary>
    public static int Fitting(string text, int columns)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = Graphemes.Next(text, at);
            columns -= OfCluster(text.AsSpan(at..next));
            if (columns < 0) return at;
            at = next;
        }

        return text.Length;
    }

    private static int OfRune(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        UnicodeCategory.Format or UnicodeCategory.Control => 0,
        _ when rune.Value is >= 0x1160 and <= 0x11FF => 0, // Hangul vowels and finals stand inside the syllable that they follow.
        _ when rune.Value < s_wide[0].First => 1,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    private static bool IsWide(int value)
    {
        var (low, high) = (0, s_wide.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (value < s_wide[middle].First) high = middle - 1;
            else if (value > s_wide[middle].Last) low = middle + 1;
            else return true;
        }

        return false;
    }
}
