namespace ChatAuth.Channels.Telegram;

/// <summary>
/// Which fetched updates are not dealt with yet, and so from where on Telegram shall tell them again. A slow answer holds back the confirmation of what
/// came after it, until too much would be told again: from then on that one message would be lost with this process, and nothing else. Thread-safe.
/// </summary>
internal sealed class UpdateWindow(TimeProvider time)
{
    private const int MostHeldBack = 50;

    /// <summary>Far longer than a command takes, so that of a crowd of them none is confirmed before it was dealt with.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);

    private readonly SortedDictionary<long, (Task Recorded, long Since)> _heldBack = [];

    /// <summary>Ends when the next one is dealt with.</summary>
    public Task NextDone
    {
        get
        {
            lock (_heldBack) return Task.WhenAny(_heldBack.Values.Select(update => update.Recorded).Where(task => !task.IsCompleted).DefaultIfEmpty(Never));
        }
    }

    /// <summary>Some are not dealt with yet.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_heldBack) return _heldBack.Values.Any(update => !update.Recorded.IsCompletedSuccessfully);
        }
    }

    /// <summary>So many are held back that a fetch would bring little else.</summary>
    public bool IsFull
    {
        get
        {
            lock (_heldBack) return _heldBack.Count > MostHeldBack;
        }
    }

    private static Task Never { get; } = new TaskCompletionSource().Task;

    /// <summary>An update was fetched; false when it is here already.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="recorded">Succeeds when it is dealt with, and recorded as such.</param>
    public bool TryAdd(long id, Task recorded)
    {
        lock (_heldBack) return _heldBack.TryAdd(id, (recorded, time.GetTimestamp()));
    }

    /// <summary>The offset that confirms what is dealt with; null when there is nothing to confirm. Offsets are not remembered: ids can begin anew.</summary>
    public long? Confirm()
    {
        lock (_heldBack)
        {
            long? offset = null;
            while (_heldBack.Count > 0)
            {
                var (id, (recorded, since)) = _heldBack.First();
                if (!recorded.IsCompletedSuccessfully && !HoldsBackTooMuch(since)) break;
                _heldBack.Remove(id);
                offset = id + 1;
            }
            return offset;
        }
    }

    private bool HoldsBackTooMuch(long since) => _heldBack.Count > MostHeldBack
        && (time.GetElapsedTime(since) > Slow || _heldBack.Values.Count(update => update.Recorded.IsCompletedSuccessfully) > MostHeldBack);
}
