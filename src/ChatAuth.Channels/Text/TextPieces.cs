using System.Globalization;

namespace ChatAuth.Channels;

/// <summary>
/// Where a text that is longer than a message is parted: after a paragraph, else a line, else a word, else a character as people see it.
/// </summary>
internal static class TextPieces
{
    /// <summary>The pieces, in order; blanks at their edges belong to none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most UTF-16 units of a piece; at least 2.</param>
    public static IEnumerable<Range> Of(string text, int most)
    {
        for (var start = AfterBlanks(text, 0); start < text.Length;)
        {
            var end = EndOf(text, start, most);
            var piece = text.AsSpan(start, end - start).TrimEnd();
            yield return start..(start + piece.Length);
            start = AfterBlanks(text, end);
        }
    }

    /// <summary>A boundary in the first half of a message would leave it nearly empty, and is passed over for a lesser one.</summary>
    private static int EndOf(string text, int start, int most)
    {
        if (text.Length - start <= most) return text.Length;
        var (paragraph, line, word, character) = (0, 0, 0, start);
        for (var length = ElementAt(text, start, most); character + length - start <= most; length = ElementAt(text, character, most))
        {
            var isBlank = length == 1 && char.IsWhiteSpace(text[character]);
            character += length;
            if (!isBlank) continue;
            word = character;
            if (text[character - 1] != '\n') continue;
            line = character;
            if (character - start > 1 && text[character - 2] == '\n') paragraph = character;
        }
        var half = start + (most / 2);
        return paragraph > half ? paragraph
            : line > half ? line
            : word > half ? word
            : character > start ? character
            : WithinElement(text, start + most);
    }

    /// <summary>A letter with thousands of marks is longer than any message; the halves of a pair stay together all the same.</summary>
    private static int WithinElement(string text, int end) => char.IsSurrogatePair(text, end - 1) ? end - 1 : end;

    private static int AfterBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]) && ElementAt(text, at, 2) == 1) at++;
        return at;
    }

    /// <summary>How long the character at a place is; looking no further than it could fit.</summary>
    private static int ElementAt(string text, int at, int most) =>
        StringInfo.GetNextTextElementLength(text.AsSpan(at, Math.Min(most + 1, text.Length - at)));
}
