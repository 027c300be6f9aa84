namespace ChatAuth.Cli.Chat;

/// <summary>
/// The part of a line that the screen shows. A line that does not fit is scrolled sideways by half screens; <c>&lt;</c> and
/// <c>&gt;</c> at its edges say that there is more. The cursor's column counts from the start of the text shown.
/// </summary>
internal sealed record LineView(string Text, int CursorColumn)
{
    /// <summary>Fewer columns than this cannot show a cursor between two marks.</summary>
    public const int LeastRoom = 6;

    /// <summary>
    /// The view that fills at most <paramref name="room"/> columns, which are no fewer than <see cref="LeastRoom"/>; at the end of a
    /// line the cursor may stand just behind them.
    /// </summary>
    public static LineView Of(EditBuffer line, int room)
    {
        var cursor = CellWidth.Of(line.Text[..line.Cursor]);
        if (CellWidth.Of(line.Text) <= room) return new(line.Text, cursor);

        var half = (room - 2) / 2;
        var hidden = Math.Max(0, (cursor / half) - 1) * half;
        if (hidden == 0) return new(Upto(line.Text, room), cursor);

        var (start, column) = Skip(line.Text, hidden + 1);
        return new("<" + Upto(line.Text[start..], room - 1), cursor - column + 1);
    }

    /// <summary>The first boundary at or behind <paramref name="columns"/>, and its own column.</summary>
    private static (int Index, int Column) Skip(string text, int columns)
    {
        var (at, column) = (0, 0);
        while (column < columns)
        {
            var next = Graphemes.Next(text, at);
            column += CellWidth.OfCluster(text.AsSpan(at..next));
            at = next;
        }

        return (at, column);
    }

    private static string Upto(string text, int room) =>
        CellWidth.Of(text) <= room ? text : text[..CellWidth.Fitting(text, room - 1)] + ">";
}
