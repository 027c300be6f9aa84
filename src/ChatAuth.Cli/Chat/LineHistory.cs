namespace ChatAuth.Cli.Chat;

/// <summary>
/// The lines entered before, in memory only. Going up keeps the unfinished draft, which waits below the newest line.
/// </summary>
/// <param name="capacity">How many lines are kept; then the oldest goes.</param>
/// <param name="keeps">False for a line that must not be remembered, for example because it holds a secret. By default all are.</param>
internal sealed class LineHistory(int capacity = 500, Func<string, bool>? keeps = null)
{
    private readonly List<string> _lines = [];
    private string _draft = "";
    private int _at;

    /// <summary>Takes a line that was entered; blank lines and repetitions of the newest are passed over. Ends the walk.</summary>
    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && _lines.LastOrDefault() != line && keeps?.Invoke(line) != false)
        {
            if (_lines.Count == capacity) _lines.RemoveAt(0);
            _lines.Add(line);
        }

        Rewind();
    }

    /// <summary>Forgets a line wherever it stands: it has turned out to hold a secret. Ends the walk.</summary>
    public void Forget(string line)
    {
        _lines.RemoveAll(line.Equals);
        Rewind();
    }

    /// <summary>Back to the draft's place, and forgets it: a new line begins.</summary>
    public void Rewind() => (_at, _draft) = (_lines.Count, "");

    /// <summary>The line before, or null at the oldest.</summary>
    /// <param name="current">What stands in the line now: the draft, if the walk begins here.</param>
    public string? Older(string current)
    {
        if (_at == 0) return null;

        if (_at == _lines.Count) _draft = current;
        return _lines[--_at];
    }

    /// <summary>The line after, at last the draft; null when that already stands there.</summary>
    public string? Newer()
    {
        if (_at == _lines.Count) return null;

        return ++_at == _lines.Count ? _draft : _lines[_at];
    }
}
