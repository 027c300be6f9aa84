namespace ChatAuth.Channels.Telegram;

/// <summary>
/// Which fetched updates are not dealt with yet, and so from where on Telegram shall tell them again. A slow answer holds back the confirmation of what
/// came after it, until too much would be told again: from then on that one message would be lost with this process, and nothing else. Thread-safe.
/// </summary>
internal sealed class UpdateWindow
{
    private const int MostHeldBack = 50;
    private readonly SortedDictionary<long, bool> _doneById = [];
    private TaskCompletionSource _nextDone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the next one is dealt with.</summary>
    public Task NextDone
    {
        get
        {
            lock (_doneById) return _nextDone.Task;
        }
    }

    /// <summary>Some are not dealt with yet.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_doneById) return _doneById.ContainsValue(false);
        }
    }

    /// <summary>An update was fetched; false when it is here already.</summary>
    public bool TryAdd(long id)
    {
        lock (_doneById) return _doneById.TryAdd(id, false);
    }

    /// <summary>An update is dealt with, and recorded as such.</summary>
    public void Finish(long id)
    {
        lock (_doneById)
        {
            if (_doneById.ContainsKey(id)) _doneById[id] = true;
            _nextDone.SetResult();
            _nextDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>The offset that confirms what is dealt with; null when there is nothing to confirm. Offsets are not remembered: ids can begin anew.</summary>
    public long? Confirm()
    {
        lock (_doneById)
        {
            long? offset = null;
            while (_doneById.Count > 0)
            {
                var (id, done) = _doneById.First();
                if (!done && _doneById.Count <= MostHeldBack) break;
                _doneById.Remove(id);
                offset = id + 1;
            }
            return offset;
        }
    }
}
