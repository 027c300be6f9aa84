namespace ChatAuth.Core.Delivery;

/// <summary>Notices known to this process and forgotten with it: for tests and small bots.</summary>
internal sealed class InMemoryNoticeLedger(int capacity = InMemoryNoticeLedger.Capacity) : INoticeLedger
{
    private const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly HashSet<(string Subject, string Stage)> _told = [];
    private readonly Queue<(string Subject, string Stage)> _order = [];

    public async Task<bool> TryRecordAsync(string subject, string stage, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_told.Add((subject, stage))) return false;
            _order.Enqueue((subject, stage));
            if (_order.Count > capacity) _told.Remove(_order.Dequeue());
            return true;
        }
    }
}
