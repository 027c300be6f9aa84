using ChatAuth.Channels;
using ChatAuth.Channels.Terminal;

namespace ChatAuth.Cli.Chat;

/// <summary>
/// Lets a person type a line on a terminal, with history and completion. Only for use when standard input and output are both
/// terminals. One line is read at a time; <see cref="WriteAbove"/> may be called from any thread.
/// </summary>
/// <param name="keys">Waited for outside of the lock.</param>
/// <param name="display">This editor's alone.</param>
/// <param name="history">Gets each line that is entered.</param>
/// <param name="complete">What could stand before the cursor of a text, best first.</param>
internal sealed class LineEditor(
    IKeyInput keys, LineDisplay display, LineHistory history, Func<string, int, IReadOnlyList<TerminalCandidate>> complete)
{
    private readonly Lock _gate = new();
    private readonly KeyText _typed = new();
    private EditBuffer _line = EditBuffer.Empty;
    private string? _prompt;
    private bool _afterTab;

    /// <exception cref="OperationCanceledException">The wait was given up; what stood in the line is gone, later keys are not.</exception>
    public async ValueTask<LineResult> ReadLineAsync(string prompt, CancellationToken cancellationToken)
    {
        using var captured = keys.Capture();
        Begin(CleanText.Line(prompt));
        try
        {
            while (true)
            {
                var key = await keys.ReadKeyAsync(cancellationToken);
                lock (_gate)
                {
                    if (Press(key, _prompt!) is { } result) return result;
                }
            }
        }
        finally
        {
            lock (_gate) End(_prompt!);
        }
    }

    /// <summary>Writes a notice above the line that is being edited, or just writes it when none is.</summary>
    /// <param name="text">One or more lines, free of control sequences except styles.</param>
    public void WriteAbove(string text)
    {
        lock (_gate)
        {
            if (_prompt is { } prompt) display.DrawUnder(text, prompt, _line);
            else display.WriteText(text);
        }
    }

    private void Begin(string prompt)
    {
        lock (_gate)
        {
            (_prompt, _line, _afterTab) = (prompt, EditBuffer.Empty, false);
            history.Rewind();
            display.Draw(prompt, _line);
        }
    }

    private void End(string prompt)
    {
        display.Leave(prompt, _line);
        _prompt = null;
    }

    private LineResult? Press(ConsoleKeyInfo key, string prompt)
    {
        var again = _afterTab;
        _afterTab = key.Key == ConsoleKey.Tab;
        switch (key)
        {
            case { Key: ConsoleKey.Enter } or { KeyChar: '\r' or '\n' }:
                history.Add(_line.Text);
                return new LineResult.Line(_line.Text);
            case { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control } when _line.IsEmpty:
                return new LineResult.Cancelled();
            case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when _line.IsEmpty:
            case { Key: ConsoleKey.None, KeyChar: default(char), Modifiers: ConsoleModifiers.None }:
                return new LineResult.EndOfInput();
            case { Key: ConsoleKey.L, Modifiers: ConsoleModifiers.Control }:
                display.DrawAfresh(prompt, _line);
                return null;
            case { Key: ConsoleKey.Tab } when Candidates() is { Count: > 0 } candidates:
                var extended = Completion.Extend(_line, candidates);
                if (again && extended == _line) display.DrawUnder(candidates, prompt, _line);
                _line = extended;
                break;
            default:
                _line = Next(key);
                break;
        }

        display.Draw(prompt, _line);
        return null;
    }

    private EditBuffer Next(ConsoleKeyInfo key)
    {
        switch (key)
        {
            case { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                history.Rewind();
                return EditBuffer.Empty;
            case { Key: ConsoleKey.UpArrow } or { Key: ConsoleKey.P, Modifiers: ConsoleModifiers.Control }:
                return Recalled(history.Older(_line.Text));
            case { Key: ConsoleKey.DownArrow } or { Key: ConsoleKey.N, Modifiers: ConsoleModifiers.Control }:
                return Recalled(history.Newer());
            default:
                return EditKeys.Apply(key, _line) ?? _line.Insert(_typed.Next(key));
        }
    }

    private EditBuffer Recalled(string? remembered) => remembered is null ? _line : EditBuffer.Of(remembered);

    private List<TerminalCandidate> Candidates() =>
        [.. complete(_line.Text, _line.Cursor).Where(candidate => candidate.Start >= 0 && candidate.Start <= _line.Cursor)];
}
