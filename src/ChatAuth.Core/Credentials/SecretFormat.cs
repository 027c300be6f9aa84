namespace ChatAuth.Core.Credentials;

/// <summary>A key format that shows itself by a vendor's prefix.</summary>
/// <param name="Prefix">Compared ordinally.</param>
/// <param name="MinTail">How many characters must follow at least; below the vendor's length, so that a torn key counts.</param>
/// <param name="Alphabet">What those characters may be.</param>
/// <param name="Id">The id reported.</param>
internal readonly record struct SecretFormat(string Prefix, int MinTail, CharKinds Alphabet, string Id)
{
    /// <summary>A short prefix may be the end of a word; a long one, or one with a tilde, never is.</summary>
    private bool StandsAnywhere => Prefix.Length >= 6 || Prefix[^1] == '~';

    public bool Matches(ScannedText text, int at) =>
        text.Chars[at..].StartsWith(Prefix)
        && (StandsAnywhere || text.StartsWord(at))
        && text.Chars.Length - at - Prefix.Length >= MinTail
        && Randomness.IsDrawn(text.Chars.Slice(at + Prefix.Length, MinTail), Alphabet);
}
