namespace ChatAuth.Core.Delivery;

/// <summary>Leases between the parts of this process: for tests and small bots. One that ran out is forgotten when the next is taken.</summary>
internal sealed class InMemoryLeaseStore(TimeProvider time) : ILeaseStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Holder, DateTimeOffset Ends)> _leases = [];

    public async Task<bool> TryTakeAsync(string name, string holder, TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var ends = now + duration;
            foreach (var over in _leases.Where(lease => lease.Value.Ends <= now).ToList()) _leases.Remove(over.Key);
            if (_leases.TryGetValue(name, out var held) && held.Holder != holder)
            {
                // The clock was set back: the end is brought in, and the holder has that long to renew.
                if (held.Ends > ends) _leases[name] = (held.Holder, ends);
                return false;
            }
            _leases[name] = (holder, ends);
            return true;
        }
    }

    public async Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_leases.TryGetValue(name, out var held) && held.Holder == holder) _leases.Remove(name);
        }
    }
}
