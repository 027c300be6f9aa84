using ChatAuth.Channels.Terminal;

namespace ChatAuth.Cli.Chat;

/// <summary>Puts candidates into a line.</summary>
internal static class Completion
{
    /// <summary>
    /// The line with as much as all candidates agree on, letter case aside (the first one's spelling is taken); the same line when
    /// they agree on nothing further.
    /// </summary>
    public static EditBuffer Extend(EditBuffer line, IReadOnlyList<TerminalCandidate> candidates)
    {
        if (candidates.Count == 0) return line;

        var first = candidates[0];
        var whole = Whole(line, first);
        var agreed = candidates.Min(other => CommonLength(whole, Whole(line, other)));
        if (agreed < whole.Length) agreed = Graphemes.Previous(whole, agreed + 1);

        var shrinks = candidates.Count > 1 && agreed < line.Cursor;
        return shrinks ? line : line.Replace(first.Start, whole[first.Start..agreed]);
    }

    private static string Whole(EditBuffer line, TerminalCandidate candidate) => line.Text[..candidate.Start] + candidate.Text;

    private static int CommonLength(string one, string other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && char.ToUpperInvariant(one[length]) == char.ToUpperInvariant(other[length])) length++;
        return length;
    }
}
