namespace ChatAuth.Channels.Discord;

/// <summary>A text with blocks of code, parted for messages: a block that goes on in the next message ends in this one and begins anew in that.</summary>
internal static class FencedPieces
{
    private const string Fence = "```";
    private const int LongestLanguage = 20;
    private const int LongestIndent = 60;

    /// <summary>What a piece can need besides its text: a fence with a language and the indent of its first line, and a fence after it.</summary>
    private const int MostAdded = LongestLanguage + LongestIndent + (2 * 3) + 2;

    /// <summary>The pieces, in order; none of a text that says nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most UTF-16 units of a piece, with the fences that are added.</param>
    public static IReadOnlyList<string> Of(string text, int most)
    {
        var (pieces, open, end) = (new List<string>(), "", 0);
        var isWhole = text.Length + (After("", text).Open.Length == 0 ? 0 : Fence.Length + 1) <= most;
        foreach (var range in TextPieces.Of(text, isWhole ? most : most - MostAdded))
        {
            var piece = text[range];
            var before = open.Length == 0 ? "" : $"{open}\n{Indent(text[end..range.Start])}";
            end = range.End.Value;
            if (open.Length > 0 && piece.StartsWith(Fence, StringComparison.Ordinal)) // It ended where the text was parted.
            {
                (before, open, piece) = ("", "", piece[Fence.Length..].TrimStart());
            }
            (open, var begins) = After(open, piece);
            // At the end of the text what looks like a language is its last word.
            var opensLater = begins >= 0 && string.IsNullOrWhiteSpace(piece[(begins + open.Length)..]) && (open.Length == Fence.Length || !string.IsNullOrWhiteSpace(text[end..]));
            if (opensLater) piece = piece[..begins].TrimEnd();
            if (CleanText.IsVisible(piece)) pieces.Add(before + piece + (open.Length == 0 || opensLater ? "" : $"\n{Fence}"));
        }
        return pieces;
    }

    /// <summary>How the block begins that is open after a piece, empty for none, and where in the piece; -1 when before it.</summary>
    private static (string Open, int Begins) After(string open, string piece)
    {
        var begins = -1;
        for (var at = Next(piece, 0); at >= 0; at = Next(piece, at + Fence.Length))
        {
            (open, begins) = open.Length > 0 ? ("", -1) : (Opener(piece, at), at);
        }
        return (open, begins);
    }

    private static int Next(string piece, int from) => piece.IndexOf(Fence, from, StringComparison.Ordinal);

    /// <summary>A fence with its language, where one stands alone on its line.</summary>
    private static string Opener(string piece, int fence)
    {
        var rest = piece.AsSpan(fence + Fence.Length);
        var line = rest.IndexOf('\n');
        var language = line < 0 ? rest : rest[..line];
        foreach (var c in language)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '+' or '-' or '.' or '#')) return Fence;
        }
        return language.Length <= LongestLanguage ? $"{Fence}{language}" : Fence;
    }

    /// <summary>Blanks between pieces belong to none, but code means something by them.</summary>
    private static string Indent(string between)
    {
        var indent = between[(between.LastIndexOf('\n') + 1)..];
        return between.Contains('\n') && indent.Length <= LongestIndent ? indent : "";
    }
}
