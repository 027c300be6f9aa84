namespace ChatAuth.Core.Delivery;

/// <summary>A lease that is renewed until it is given back. One whose process was killed is free again when it runs out.</summary>
internal sealed class KeptLease : IAsyncDisposable
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);

    private readonly ILeaseStore _leases;
    private readonly string _name;
    private readonly string _holder;
    private readonly CancellationTokenSource _given = new();
    private readonly Task _kept;

    private KeptLease(ILeaseStore leases, string name, string holder, TimeProvider time)
    {
        (_leases, _name, _holder) = (leases, name, holder);
        _kept = KeepAsync(time);
    }

    /// <summary>For how long it holds without a renewal.</summary>
    public static TimeSpan Duration { get; } = TimeSpan.FromSeconds(60);

    /// <summary>The lease, or null where another holds it.</summary>
    public static async Task<KeptLease?> TakeAsync(ILeaseStore leases, string name, string holder, TimeProvider time, CancellationToken cancellationToken) =>
        await leases.TryTakeAsync(name, holder, Duration, cancellationToken).ConfigureAwait(false) ? new KeptLease(leases, name, holder, time) : null;

    public async ValueTask DisposeAsync()
    {
        await _given.CancelAsync().ConfigureAwait(false);
        await _kept.ConfigureAwait(false);
        _given.Dispose();
        // Where the database does not answer any more, it runs out by itself.
        await _leases.ReleaseAsync(_name, _holder, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task KeepAsync(TimeProvider time)
    {
        while (true)
        {
            await Task.Delay(Renewal, time, _given.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_given.IsCancellationRequested) return;
            // A renewal that failed is made up for by the next one.
            await ((Task)_leases.TryTakeAsync(_name, _holder, Duration, _given.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
