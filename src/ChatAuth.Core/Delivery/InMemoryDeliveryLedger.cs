namespace ChatAuth.Core.Delivery;

/// <summary>Deliveries known to this process and forgotten with it: for tests and small bots. The oldest give way to more than 100,000.</summary>
internal sealed class InMemoryDeliveryLedger(TimeProvider time) : IDeliveryLedger
{
    private const int Capacity = 100_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Source, long Id), DateTimeOffset> _known = [];
    private readonly Queue<((string Source, long Id) Delivery, DateTimeOffset At)> _order = [];

    public ValueTask<IReadOnlySet<long>> FindKnownAsync(string source, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var since = time.GetUtcNow() - Kept;
            return new(ids.Where(id => _known.TryGetValue((source, id), out var at) && at > since).ToHashSet());
        }
    }

    public async Task RecordAsync(string source, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var id in ids)
            {
                _known[(source, id)] = now;
                _order.Enqueue(((source, id), now));
            }
            Forget(now - Kept);
        }
    }

    /// <summary>One that was recorded again since then stays until its last time.</summary>
    private void Forget(DateTimeOffset before)
    {
        while (_order.TryPeek(out var oldest) && (oldest.At <= before || _order.Count > Capacity))
        {
            _order.Dequeue();
            if (_known.GetValueOrDefault(oldest.Delivery) == oldest.At) _known.Remove(oldest.Delivery);
        }
    }
}
