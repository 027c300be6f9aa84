using System.Globalization;
using System.Text;

namespace ChatAuth.Core.Commands;

/// <summary>What a person typed, made fit to be shown back: short, one line, and without characters that hide or reorder others.</summary>
internal static class EchoText
{
    public const int MaxLength = 40;

    public static string Of(ReadOnlySpan<char> typed)
    {
        var echo = new StringBuilder(MaxLength + 1);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (!IsShown(rune)) continue;
            if (echo.Length + rune.Utf16SequenceLength > MaxLength) return echo.Append('…').ToString();
            echo.Append(rune.ToString());
        }
        return echo.ToString();
    }

    /// <summary>A lone surrogate comes out of the enumeration as the replacement character.</summary>
    private static bool IsShown(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
