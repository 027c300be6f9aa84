using ChatAuth.Channels.Terminal;

namespace ChatAuth.Cli.Chat;

/// <summary>
/// Draws a prompt and a line on the terminal's current row, never wider than the screen, so that one row is all there is to redraw.
/// Every drawing is one write. Not for several threads at once.
/// </summary>
/// <param name="output">The terminal; understands the common ANSI sequences.</param>
/// <param name="size">Asked before each drawing.</param>
/// <param name="colour">Whether the prompt is coloured (false under <c>NO_COLOR</c>).</param>
internal sealed class LineDisplay(TextWriter output, Func<ScreenSize> size, bool colour)
{
    private const string EraseRow = "\r\e[K";
    private const string EraseScreen = "\e[H\e[2J";
    private const string NewRow = "\r\n";

    /// <summary>Replaces the current row by the prompt and the visible part of the line, and puts the cursor in its place.</summary>
    public void Draw(string prompt, EditBuffer line) => Write(Row(prompt, line));

    /// <summary>As <see cref="Draw"/>, on the first row of a cleared screen.</summary>
    public void DrawAfresh(string prompt, EditBuffer line) => Write(EraseScreen + Row(prompt, line));

    /// <summary>Writes text, which may have several lines and styles, where the row was, and the row again under it.</summary>
    public void DrawUnder(string text, string prompt, EditBuffer line) => Write(EraseRow + Lines(text) + Row(prompt, line));

    /// <summary>Leaves the row as it is, and writes the candidates and the row again under it.</summary>
    public void DrawUnder(IReadOnlyList<TerminalCandidate> candidates, string prompt, EditBuffer line)
    {
        var screen = size();
        var table = CandidateTable.Render(candidates, screen.Columns - 1, screen.Rows - 2);
        Write(NewRow + Lines(string.Join('\n', table)) + Row(prompt, line));
    }

    /// <summary>Writes the whole line, over as many rows as it takes, and goes on below: nothing of it stays hidden.</summary>
    public void Leave(string prompt, EditBuffer line) => Write(EraseRow + Styled(prompt) + line.Text + NewRow);

    /// <summary>Writes text while no line is being edited.</summary>
    public void WriteText(string text) => Write(Lines(text));

    private string Row(string prompt, EditBuffer line)
    {
        // The last column stays free: a sign there would make some terminals start a new row.
        var columns = size().Columns - 1;
        var shown = columns - CellWidth.Of(prompt) >= LineView.LeastRoom ? prompt : "";
        var before = CellWidth.Of(shown);
        var view = LineView.Of(line, Math.Max(columns - before, LineView.LeastRoom));
        return $"{EraseRow}{Styled(shown)}{view.Text}\e[{before + view.CursorColumn + 1}G";
    }

    private string Styled(string prompt) => colour && prompt.Length > 0 ? $"\e[1;36m{prompt}\e[0m" : prompt;

    private static string Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').ReplaceLineEndings(NewRow) + NewRow;

    private void Write(string text)
    {
        output.Write(text);
        output.Flush();
    }
}
