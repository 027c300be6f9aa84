using System.Globalization;
using System.Text;

namespace ChatAuth.Channels;

/// <summary>Text from outside without what could steer a terminal, forge a line, or make it look like something else.</summary>
internal static class CleanText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>A name: one line, and nothing invisible in it.</summary>
    public static string Name(string text) => Without(text, Steers);

    /// <summary>What a person types: one line; the two joiners stay, with which emoji and several scripts are spelt.</summary>
    public static string Line(string text) => Without(text, rune => Steers(rune) && !IsJoiner(rune));

    /// <summary>An answer: as a line, and line feeds and tabs stay.</summary>
    public static string Prose(string text) => Without(text, rune => Steers(rune) && !IsJoiner(rune) && rune.Value is not ('\n' or '\t'));

    /// <summary>Whether a person sees anything in a text: platforms refuse a message of blanks.</summary>
    public static bool IsVisible(string text) => text.EnumerateRunes().Any(rune =>
        !Rune.IsWhiteSpace(rune) && rune.Value is not (0x2800 or 0x3164 or 0xFFFC)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format));

    private static bool IsJoiner(Rune rune) => rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner;

    private static bool Steers(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Without(string text, Func<Rune, bool> refused)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text; // Nearly every text; nothing in ASCII's visible part steers.
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // Half a surrogate pair comes as U+FFFD.
        {
            if (!refused(rune)) clean.Append(rune);
        }
        return clean.ToString();
    }
}
