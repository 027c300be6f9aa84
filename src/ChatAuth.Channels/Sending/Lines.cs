using System.Diagnostics.CodeAnalysis;

namespace ChatAuth.Channels.Sending;

/// <summary>A line a place. Lines of quiet places are dropped, so that memory follows the places that are busy, not those that ever were.</summary>
internal sealed class Lines<TKey, TPace>(Func<TKey, TPace> open)
    where TKey : notnull
    where TPace : IPace
{
    private const int FirstSweep = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Line<TPace>> _lines = [];
    private int _sweepAt = FirstSweep;

    /// <summary>How many are kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _lines.Count;
        }
    }

    public bool TryFind(TKey place, [NotNullWhen(true)] out Line<TPace>? line)
    {
        lock (_lock) return _lines.TryGetValue(place, out line);
    }

    /// <summary>Waits for the turn. Who has got it leaves the line afterwards.</summary>
    public async Task<Line<TPace>> EnterAsync(TKey place, TimeSpan now, CancellationToken cancellationToken)
    {
        Line<TPace>? line;
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (!_lines.TryGetValue(place, out line)) line = Open(place, now);
            if (!line.IsBusy)
            {
                line.IsBusy = true;
                return line;
            }
            line.Behind.Enqueue(turn = new TaskCompletionSource());
        }
        using var giveUp = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task.ConfigureAwait(false);
        return line;
    }

    /// <summary>Hands the turn to the next.</summary>
    public void Leave(Line<TPace> line)
    {
        TaskCompletionSource? next;
        do
        {
            lock (_lock)
            {
                if (!line.Behind.TryDequeue(out next)) line.IsBusy = false;
            }
        }
        while (next?.TrySetResult() is false);
    }

    private Line<TPace> Open(TKey place, TimeSpan now)
    {
        if (_lines.Count >= _sweepAt)
        {
            foreach (var (key, kept) in _lines)
            {
                if (!kept.IsBusy && kept.Pace.IsQuiet(now)) _lines.Remove(key);
            }
            _sweepAt = Math.Max(FirstSweep, 2 * _lines.Count);
        }
        return _lines[place] = new Line<TPace>(open(place));
    }
}
