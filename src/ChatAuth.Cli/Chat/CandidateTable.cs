using ChatAuth.Channels;
using ChatAuth.Channels.Terminal;

namespace ChatAuth.Cli.Chat;

/// <summary>
/// Candidates as lines of a table, read column by column, that fits the screen. Where they are too many, the last line says how
/// many are missing.
/// </summary>
internal static class CandidateTable
{
    private const string Gap = "  ";

    public static IReadOnlyList<string> Render(IReadOnlyList<TerminalCandidate> candidates, int columns, int rows)
    {
        var cells = Cells(candidates);
        var width = Math.Min(cells.Max(CellWidth.Of), columns);
        var across = Math.Max(1, (columns + Gap.Length) / (width + Gap.Length));
        var fits = cells.Count <= across * rows;
        var shown = fits ? cells.Count : across * Math.Max(0, rows - 1);
        var down = (shown + across - 1) / across;

        var lines = Enumerable.Range(0, down)
            .Select(row => Join(cells.Take(shown).Where((_, index) => index % down == row), width));
        return [.. lines, .. fits ? Array.Empty<string>() : [$"… {cells.Count - shown} more"]];
    }

    private static List<string> Cells(IReadOnlyList<TerminalCandidate> candidates)
    {
        var texts = candidates.Select(candidate => CleanText.Line(candidate.Text).Trim()).ToList();
        var widest = texts.Max(CellWidth.Of);
        return [.. texts.Zip(candidates, (text, candidate) =>
            candidate.Note is { } note ? Pad(text, widest) + Gap + CleanText.Name(note) : text)];
    }

    private static string Join(IEnumerable<string> cells, int width) =>
        string.Join(Gap, cells.Select(cell => Pad(Fit(cell, width), width))).TrimEnd();

    private static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - CellWidth.Of(text)));

    private static string Fit(string text, int width) =>
        CellWidth.Of(text) <= width ? text : text[..CellWidth.Fitting(text, width - 1)] + "…";
}
