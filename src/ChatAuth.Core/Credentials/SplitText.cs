using System.Buffers;

namespace ChatAuth.Core.Credentials;

/// <summary>Undoes what tears a key apart without hiding it from a reader: unseen characters, line breaks, quotes.</summary>
internal static class SplitText
{
    private const string Breaks = "\n\r\v\f\u0085\u2028\u2029";
    private const string Quotes = "`\"\u201C\u201D\u201E";

    private static readonly SearchValues<char> Unseen = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(IsUnseen)]);

    /// <summary>What a text without split keys has not; an apostrophe is too common in prose to count.</summary>
    public static readonly SearchValues<char> Splitters = SearchValues.Create(
        [.. Breaks, .. Quotes, .. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(IsUnseen)]);

    /// <summary>Copies <paramref name="text"/> without its unseen characters; returns the length of the copy.</summary>
    public static int DropUnseen(ReadOnlySpan<char> text, Span<char> copy)
    {
        var length = 0;
        while (!text.IsEmpty)
        {
            var seen = text.IndexOfAny(Unseen);
            if (seen < 0) seen = text.Length;
            text[..seen].CopyTo(copy[length..]);
            length += seen;
            text = text[Math.Min(seen + 1, text.Length)..];
        }

        return length;
    }

    /// <summary>
    /// Takes out, in place, every filler that holds a break or a quote, and marks the character behind it.
    /// Returns the length that remains.
    /// </summary>
    public static int Join(Span<char> text, Span<bool> seams)
    {
        int length = 0, kept = 0;
        var torn = false;
        foreach (var c in text)
        {
            if (IsFiller(c))
            {
                torn |= Breaks.Contains(c) || Quotes.Contains(c);
                seams[length] = false;
                text[length++] = c;
                continue;
            }

            if (torn) length = kept;
            seams[length] = torn;
            text[length++] = c;
            kept = length;
            torn = false;
        }

        return torn ? kept : length;
    }

    /// <summary>Blanks, line breaks and the marks around quoted text.</summary>
    public static bool IsFiller(char c) =>
        c < 128 ? c.IsAny(CharKinds.Filler) : char.IsWhiteSpace(c) || Quotes.Contains(c);

    private static bool IsUnseen(char c) => c
        is <= '\b' or (>= '\u000E' and <= '\u001F') or '\u007F' or '\u00AD' or '\u034F' or '\u061C' or '\u115F' or '\u1160'
        or '\u17B4' or '\u17B5' or (>= '\u180B' and <= '\u180F') or (>= '\u200B' and <= '\u200F')
        or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\u3164' or (>= '\uFE00' and <= '\uFE0F')
        or '\uFEFF' or '\uFFA0';
}
