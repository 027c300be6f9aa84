namespace ChatAuth.Core.Credentials;

/// <summary>Tells what was drawn by a machine from what was written by a person.</summary>
internal static class Randomness
{
    /// <summary>Wholly of that alphabet, and neither words in lower case nor a placeholder of x's.</summary>
    public static bool IsDrawn(ReadOnlySpan<char> text, CharKinds alphabet)
    {
        var kinds = CharKinds.None;
        var distinct = 0UL;
        foreach (var c in text)
        {
            if (!c.IsAny(alphabet)) return false;
            kinds |= CharKindsTable.Of(c);
            distinct |= 1UL << (c & 63);
        }

        return (kinds & CharKinds.Caps) != 0 && ulong.PopCount(distinct) >= 4;
    }

    public static bool MixesLettersAndDigits(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('0', '9') && (text.ContainsAnyInRange('a', 'z') || text.ContainsAnyInRange('A', 'Z'));

    public static bool MixesAll(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('0', '9') && text.ContainsAnyInRange('a', 'z') && text.ContainsAnyInRange('A', 'Z');

    /// <summary>
    /// Upper case, lower case and digits, few dashes, and less than three fifths of it readable as words. A word is three
    /// letters in lower case, with a capital before them, or five in upper case: most of an identifier, a quarter of a key.
    /// </summary>
    public static bool IsMixed(ReadOnlySpan<char> text)
    {
        if (!MixesAll(text) || text.Count('-') + text.Count('_') > text.Length / 8) return false;
        var distinct = 0UL;
        var words = 0;
        for (int at = 0, end; at < text.Length; at = end)
        {
            var kind = CharKindsTable.Of(text[at]) & CharKinds.Word;
            for (end = at; end < text.Length && (CharKindsTable.Of(text[end]) & CharKinds.Word) == kind; end++) distinct |= 1UL << (text[end] & 63);
            var length = end - at;
            if (kind == CharKinds.Lower && length >= 3) words += at > 0 && text[at - 1].IsAny(CharKinds.Upper) ? length + 1 : length;
            if (kind == CharKinds.Upper && length >= 5) words += length;
        }

        return words * 5 < text.Length * 3 && ulong.PopCount(distinct) >= 12;
    }
}
