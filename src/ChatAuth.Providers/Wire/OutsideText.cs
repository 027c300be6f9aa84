using System.Globalization;
using System.Text;

namespace ChatAuth.Providers.Wire;

/// <summary>Makes what the other end wrote fit for a log: one line, short, nothing of the credential in it, nothing that looks like one, and no quotation of the request.</summary>
internal sealed class OutsideText(CredentialHeader credential)
{
    private const int LongestWord = 80;
    private const int LongestExcerpt = 300;
    private const int LongestRead = 4_000;

    /// <summary>Shorter than any key, longer than the names of models.</summary>
    private const int KeyLength = 20;

    /// <summary>An id or a name, as it came; null when it is neither, or holds a part of the credential.</summary>
    public string? Word(string? text) =>
        text is { Length: > 0 and <= LongestWord } && text.All(c => char.IsAsciiLetterOrDigit(c) || "_-.:/+,".Contains(c)) && credential.CutFrom(text) == text ? text : null;

    /// <summary>The beginning of a text; null when nothing is left of it.</summary>
    /// <param name="text">What the other end wrote.</param>
    /// <param name="sent">The request's body, of which nothing is repeated.</param>
    public string? Excerpt(string text, ReadOnlyMemory<byte> sent)
    {
        var cut = credential.CutFrom(OneLine(text.Length > LongestRead ? text[..LongestRead] : text));
        cut = RepeatedRequest.CutFrom(cut, sent, CredentialHeader.Cut);
        var words = cut.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => IsKeyLike(word) ? CredentialHeader.Cut : word);
        var excerpt = string.Join(' ', words);
        return excerpt.Length == 0 ? null : excerpt.Length <= LongestExcerpt ? excerpt : excerpt[..LongestExcerpt] + CredentialHeader.Cut;
    }

    /// <summary>A word with a long run of letters and digits mixed.</summary>
    private static bool IsKeyLike(string word)
    {
        var (length, letters, digits) = (0, false, false);
        foreach (var c in word)
        {
            var isPart = char.IsAsciiLetterOrDigit(c) || "_-+/=.~%".Contains(c);
            (length, letters, digits) = isPart ? (length + 1, letters || char.IsAsciiLetter(c), digits || char.IsAsciiDigit(c)) : (0, false, false);
            if (length >= KeyLength && letters && digits) return true;
        }
        return false;
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var isShown = char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
            line.Append(isShown && !char.IsWhiteSpace(c) ? c : ' ');
        }
        return line.ToString();
    }
}
