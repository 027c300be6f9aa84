using System.Text;

namespace ChatAuth.Core.Models;

/// <summary>
/// The one rule for the text of every id (provider, model, profile name): letters, digits and <c>._:@+/-</c>,
/// at most 256 characters, and only letters that have a single Unicode form, so that two ids which look alike are alike.
/// </summary>
internal static class IdText
{
    public const int MaxLength = 256;

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > MaxLength) return false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsAllowed(rune)) return false;
        }
        return true;
    }

    private static bool IsAllowed(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterOrDigit((char)rune.Value) || "._:@+/-".Contains((char)rune.Value)
        : Rune.IsLetterOrDigit(rune) && HasOneForm(rune.Value);

    /// <summary>
    /// Marks are not letters, so a decomposed sequence never passes; left to exclude are the letters that Unicode
    /// itself maps to another one or to a letter with a mark: letterlike symbols, Greek extended, conjoining jamo,
    /// compatibility ideographs, width forms, and single letters of Indic scripts and Tibetan.
    /// </summary>
    private static bool HasOneForm(int value) => value is
        not (>= 0x2100 and <= 0x214F)
        and not (>= 0x1F00 and <= 0x1FFF)
        and not (>= 0x1100 and <= 0x11FF)
        and not (>= 0xF900 and <= 0xFAFF)
        and not (>= 0xFB00 and <= 0xFB4F)
        and not (>= 0xFF00 and <= 0xFFEF)
        and not (>= 0x1D400 and <= 0x1D7FF)
        and not (>= 0x2F800 and <= 0x2FA1F)
        and not 0xFFFD
        and not (0x0374 or (>= 0x0958 and <= 0x095F) or 0x09DC or 0x09DD or 0x09DF or 0x0A33 or 0x0A36 or (>= 0x0A59 and <= 0x0A5B) or 0x0A5E
            or 0x0B5C or 0x0B5D or 0x0F43 or 0x0F4D or 0x0F52 or 0x0F57 or 0x0F5C or 0x0F69);
}
