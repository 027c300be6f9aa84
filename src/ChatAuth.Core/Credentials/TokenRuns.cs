namespace ChatAuth.Core.Credentials;

/// <summary>
/// Walks the runs of at least <see cref="Shortest"/> token characters (letters, digits, dash, underscore). Every key
/// has one; ordinary prose has none, and most of its characters are never looked at.
/// </summary>
internal ref struct TokenRuns(ReadOnlySpan<char> text)
{
    public const int Shortest = 16;

    private readonly ReadOnlySpan<char> _text = text;

    public int Start { get; private set; }

    /// <summary>The position behind the run.</summary>
    public int End { get; private set; } = -1;

    public readonly int Length => End - Start;

    public static bool Any(ReadOnlySpan<char> text) => new TokenRuns(text).MoveNext();

    public bool MoveNext()
    {
        // A run that starts behind `end` must cover `last`; a gap found on the way back from it moves the whole window.
        var end = End;
        var last = end + Shortest;
        while (last < _text.Length)
        {
            var gap = last;
            while (gap > end && _text[gap].IsAny(CharKinds.Token)) gap--;
            if (gap == end) break;
            end = gap;
            last = end + Shortest;
        }

        if (last >= _text.Length) return false;
        Start = end + 1;
        End = last + 1;
        while (End < _text.Length && _text[End].IsAny(CharKinds.Token)) End++;
        return true;
    }
}
