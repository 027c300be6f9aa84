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
    /// Upper case, lower case and digits, less than three fifths of it readable as words. Words are three or more letters in
    /// lower case with the capital before them; they fill most of an identifier and about a sixth of a random key.
    /// </summary>
    public static bool IsMixed(ReadOnlySpan<char> text)
    {
        var kinds = CharKinds.None;
        var distinct = 0UL;
        int words = 0, letters = 0, streak = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            var kind = at < text.Length ? CharKindsTable.Of(text[at]) : CharKinds.None;
            kinds |= kind;
            if (at < text.Length) distinct |= 1UL << (text[at] & 63);
            if ((kind & CharKinds.Word) != 0) letters++;
            if ((kind & CharKinds.Lower) != 0)
            {
                streak++;
                continue;
            }

            if (streak >= 3) words += streak + (at > streak && text[at - streak - 1].IsAny(CharKinds.Upper) ? 1 : 0);
            streak = 0;
        }

        return (kinds & CharKinds.Word) == CharKinds.Word && words * 5 < letters * 3 && ulong.PopCount(distinct) >= 12;
    }
}
