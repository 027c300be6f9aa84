using System.Buffers;

namespace ChatAuth.Core.Credentials;

/// <summary>Finds what merely looks like a key: random, of a key's length, or named one.</summary>
internal static class KeyLikeText
{
    private const int HexKey = 32;
    private const int RandomToken = 32;

    // What follows these is an address, an embedded file or a checksum.
    private static readonly SearchValues<string> Harmless = SearchValues.Create(
        ["://", "data:", "md5:", "sha1-", "sha256-", "sha384-", "sha512-", "sha256:", "sha512:"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\n\r\"'`<>()");

    public static string? Find(ScannedText text)
    {
        var runs = new TokenRuns(text.Chars);
        var word = new WordSoFar(text.Chars);
        while (runs.MoveNext())
        {
            if (IsLabelled(text, runs)) return "labelled-secret";
            var format = IsHexKey(text, runs) ? "hex-key" : IsRandomToken(text, runs) ? "random-token" : null;
            if (format is not null && !word.IsHarmless(runs.Start)) return format;
        }

        return null;
    }

    /// <summary>Not in joined text, where the next line's first word would prolong the value.</summary>
    private static bool IsLabelled(ScannedText text, TokenRuns run) =>
        !text.IsJoined
        && Randomness.MixesLettersAndDigits(text.Chars[run.Start..run.End])
        && SecretLabel.NamesSecret(SecretLabel.Before(text.Chars, run.Start, out _))
        && !ContinuesAsCode(text.Chars[run.End..]);

    private static bool ContinuesAsCode(ReadOnlySpan<char> rest) =>
        rest is ['(' or '[' or '<', ..] || (rest is ['.', var next, ..] && next.IsAny(CharKinds.Word));

    private static bool IsHexKey(ScannedText text, TokenRuns run)
    {
        for (var at = run.Start; at + HexKey <= run.End; at = text.PieceEnd(at, run.End))
        {
            if (!text.EndsToken(at + HexKey) || !HasLongPiece(text, at, at + HexKey)) continue;
            var key = text.Chars.Slice(at, HexKey);
            if (Randomness.IsDrawn(key, CharKinds.Hex) && Randomness.MixesLettersAndDigits(key)) return true;
        }

        return false;
    }

    /// <summary>Of joined text only neighbours that are mixed themselves: neither a hash and a word, nor two words.</summary>
    private static bool IsRandomToken(ScannedText text, TokenRuns run)
    {
        if (!text.IsJoined) return IsRandomToken(text, run.Start, run.End);
        var from = run.Start;
        for (int at = run.Start, end; at < run.End; at = end)
        {
            end = text.PieceEnd(at, run.End);
            if (Randomness.MixesAll(text.Chars[at..end])) continue;
            if (IsRandomToken(text, from, at)) return true;
            from = end;
        }

        return IsRandomToken(text, from, run.End);
    }

    private static bool IsRandomToken(ScannedText text, int from, int to) =>
        to - from >= RandomToken && HasLongPiece(text, from, to) && Randomness.IsMixed(text.Chars[from..to]);

    /// <summary>A list of short ids, one a line, is no key.</summary>
    private static bool HasLongPiece(ScannedText text, int from, int to)
    {
        for (int at = from, end; at < to; at = end)
        {
            end = text.PieceEnd(at, to);
            if (end - at >= TokenRuns.Shortest) return true;
        }

        return false;
    }

    /// <summary>Reads each character once, however many runs a word holds.</summary>
    private ref struct WordSoFar(ReadOnlySpan<char> text)
    {
        // A run may begin with its marker: sha512-.
        private const int LongestMarker = 8;

        private readonly ReadOnlySpan<char> _text = text;
        private int _read;
        private bool _harmless;

        public bool IsHarmless(int at)
        {
            var part = _text[_read..(at + LongestMarker)];
            _read = at;
            var blank = part.LastIndexOfAny(WordEnds);
            if (blank >= 0) _harmless = false;
            part = part[(blank + 1)..];
            return _harmless = _harmless || part.ContainsAny(Harmless) || IsAddress(part);
        }

        /// <summary>A host and a path, or the folders of a file.</summary>
        private static bool IsAddress(ReadOnlySpan<char> part) =>
            part.Count('/') + part.Count('\\') >= 2 || (part.IndexOf('.') is >= 0 and var dot && part[dot..].Contains('/'));
    }
}
