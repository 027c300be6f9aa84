namespace ChatAuth.Core.Delivery;

/// <summary>Notices known to this process and forgotten with it: for tests and small bots.</summary>
internal sealed class InMemoryNoticeLedger(TimeProvider time) : INoticeLedger
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Subject, string Stage), DateTimeOffset> _told = [];

    public async Task<bool> TryRecordAsync(string subject, string stage, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var old in _told.Where(entry => entry.Value <= now - Kept).ToList()) _told.Remove(old.Key);
            return _told.TryAdd((subject, stage), now);
        }
    }
}
