using System.Text;
using ChatAuth.Channels;

namespace ChatAuth.Cli.Chat;

/// <summary>
/// A line while it is typed. Immutable: each edit gives the next one. The cursor is an index into the text, always between two
/// grapheme clusters, so that every step and deletion takes what a person sees as one character.
/// </summary>
internal sealed record EditBuffer
{
    public static readonly EditBuffer Empty = new("", 0);

    private EditBuffer(string text, int cursor) => (Text, Cursor) = (text, Graphemes.Ceiling(text, cursor));

    public string Text { get; }

    public int Cursor { get; }

    public bool IsEmpty => Text.Length == 0;

    /// <summary>A line with its cursor at the end.</summary>
    public static EditBuffer Of(string text) => Empty.Insert(text);

    public EditBuffer Insert(string typed) => Replace(Cursor, typed);

    /// <summary>Puts <paramref name="replacement"/>, cleaned as all text that enters, where the text from <paramref name="start"/> to the cursor was.</summary>
    public EditBuffer Replace(int start, string replacement)
    {
        var clean = CleanText.Line(replacement);
        return new(Text[..start] + clean + Text[Cursor..], start + clean.Length);
    }

    public EditBuffer DeleteBack() => Cut(Graphemes.Previous(Text, Cursor), Cursor);

    public EditBuffer DeleteForward() => Cut(Cursor, Graphemes.Next(Text, Cursor));

    /// <summary>Deletes back to the last blank, as Ctrl-W does in shells.</summary>
    public EditBuffer DeleteArgumentBack() => Cut(StartBefore(IsNotBlank), Cursor);

    /// <summary>Deletes back to where <see cref="WordLeft"/> would go.</summary>
    public EditBuffer DeleteWordBack() => Cut(StartBefore(IsLetterOrDigit), Cursor);

    public EditBuffer KillToEnd() => Cut(Cursor, Text.Length);

    public EditBuffer KillToStart() => Cut(0, Cursor);

    public EditBuffer Left() => new(Text, Graphemes.Previous(Text, Cursor));

    public EditBuffer Right() => new(Text, Graphemes.Next(Text, Cursor));

    public EditBuffer Home() => new(Text, 0);

    public EditBuffer End() => new(Text, Text.Length);

    /// <summary>To the start of a run of letters and digits, so that <c>opus@anthropic:work</c> has three stops.</summary>
    public EditBuffer WordLeft() => new(Text, StartBefore(IsLetterOrDigit));

    public EditBuffer WordRight()
    {
        var at = Cursor;
        while (at < Text.Length && !IsLetterOrDigit(Text, at)) at = Graphemes.Next(Text, at);
        while (at < Text.Length && IsLetterOrDigit(Text, at)) at = Graphemes.Next(Text, at);
        return new(Text, at);
    }

    private EditBuffer Cut(int from, int to) => new(Text.Remove(from, to - from), from);

    /// <summary>Where the last run of matching clusters before the cursor begins; 0 if there is none.</summary>
    private int StartBefore(Func<string, int, bool> matches)
    {
        var (start, inside) = (0, false);
        for (var at = 0; at < Cursor; at = Graphemes.Next(Text, at))
        {
            var match = matches(Text, at);
            if (match && !inside) start = at;
            inside = match;
        }

        return start;
    }

    private static bool IsNotBlank(string text, int at) => !char.IsWhiteSpace(text, at);

    private static bool IsLetterOrDigit(string text, int at) => Rune.IsLetterOrDigit(Rune.GetRuneAt(text, at));
}
