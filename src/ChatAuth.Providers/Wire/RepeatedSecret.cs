using System.Text;

namespace ChatAuth.Providers.Wire;

/// <summary>Finds a secret in a text that somebody wrote who knows it.</summary>
internal static class RepeatedSecret
{
    /// <summary>So many letters and digits in the secret's order are part of it.</summary>
    private const int Part = 6;

    /// <summary>So many at an end of it are what is shown of a masked one.</summary>
    private const int Shown = 4;

    /// <summary>Takes out the parts, with all of the words that they stand in. Case, and what is neither letter nor digit, hide nothing.</summary>
    public static string CutFrom(string text, string secret, string cut)
    {
        var known = Letters(secret, [], char.IsAsciiLetterOrDigit);
        var places = new List<int>();
        var read = Letters(text, places, char.IsAsciiLetterOrDigit);
        var isCut = new bool[text.Length];
        for (var at = 0; at + Part <= read.Length; at++)
        {
            if (known.Contains(read.Substring(at, Part), StringComparison.Ordinal)) isCut.AsSpan(places[at]..(places[at + Part - 1] + 1)).Fill(true);
        }
        CutEnds(text, known, isCut);
        return isCut.Contains(true) ? Without(text, isCut, cut) : text;
    }

    /// <summary>The last characters of a key, which vendors like to show.</summary>
    private static void CutEnds(string text, string known, bool[] isCut)
    {
        for (int at = 0, end; at < text.Length; at = end + 1)
        {
            for (end = at; end < text.Length && char.IsAsciiLetterOrDigit(text[end]);) end++;
            var run = text[at..end].ToUpperInvariant();
            if (run.Length >= Shown && (known.EndsWith(run, StringComparison.Ordinal) || known.StartsWith(run, StringComparison.Ordinal))) isCut.AsSpan(at..end).Fill(true);
        }
    }

    /// <summary>The text without the words of which something is cut.</summary>
    public static string Without(string text, bool[] isCut, string cut)
    {
        var left = new StringBuilder(text.Length);
        for (int at = 0, end; at < text.Length; at = end)
        {
            for (end = at; end < text.Length && (isCut[end] || !IsBetween(text[end]));) end++;
            if (isCut.AsSpan(at..end).Contains(true)) left.Append(cut);
            else left.Append(text, at, end - at);
            if (end == at) left.Append(text[end++]);
        }
        return left.ToString();
    }

    private static bool IsBetween(char c) => char.IsWhiteSpace(c) || c is '"' or '\'' or '<' or '>' or '{' or '}' or '(' or ')';

    /// <summary>What counts of a text, in capitals, and the places that it stood at.</summary>
    public static string Letters(string text, List<int> places, Func<char, bool> counts)
    {
        var letters = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!counts(text[at])) continue;
            letters.Append(char.ToUpperInvariant(text[at]));
            places.Add(at);
        }
        return letters.ToString();
    }
}
