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
    /// itself maps to another one: letterlike symbols, Greek extended, conjoining jamo, compatibility ideographs, width forms.
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
        and not 0xFFFD;
}
