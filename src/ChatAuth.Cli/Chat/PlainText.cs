using System.Globalization;
using System.Text;

namespace ChatAuth.Cli.Chat;

/// <summary>Text that can neither steer the terminal nor look like something else than it is.</summary>
internal static class PlainText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>The text without what <see cref="Admits"/> refuses.</summary>
    public static string Of(string text) =>
        text.EnumerateRunes().All(Admits) ? text : string.Concat(text.EnumerateRunes().Where(Admits));

    /// <summary>
    /// False for C0 and C1 controls, line breaks, broken characters, and invisible formatting such as bidi overrides and zero-width
    /// spaces. The two joiners pass: emoji sequences and several scripts are spelt with them.
    /// </summary>
    public static bool Admits(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.Format => rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner,
        _ => rune != Rune.ReplacementChar, // Half a surrogate pair reads as this.
    };
}
