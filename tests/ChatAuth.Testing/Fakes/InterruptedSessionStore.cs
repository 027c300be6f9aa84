using ChatAuth.Core.Chat;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Testing.Fakes;

/// <summary>A store in which somebody else comes first: what a test plants happens right before the next change.</summary>
public sealed class InterruptedSessionStore(ISessionStore store) : ISessionStore
{
    private Func<Task>? _before;

    /// <summary>Thrown in place of closing an attempt; null heals it.</summary>
    public Func<Exception>? FailToClose { get; set; }

    /// <summary>Happens once, before the next change.</summary>
    public void Before(Func<Task> interruption) => _before = interruption;

    public ValueTask<SessionSnapshot> LoadAsync(SessionKey key, ChangeCause? cause, CancellationToken cancellationToken) =>
        store.LoadAsync(key, cause, cancellationToken);

    public async Task<T> UpdateAsync<T>(
        SessionKey key, ChangeCause? cause, Func<SessionSnapshot, SessionUpdate<T>> decide, CancellationToken cancellationToken, ProbeWindow? probes = null)
    {
        if (Interlocked.Exchange(ref _before, null) is { } interruption) await interruption();
        return await store.UpdateAsync(key, cause, decide, cancellationToken, probes);
    }

    public Task CloseAttemptAsync(Attempt attempt, CancellationToken cancellationToken) =>
        FailToClose is { } failure ? Task.FromException(failure()) : store.CloseAttemptAsync(attempt, cancellationToken);

    public Task<IReadOnlyList<HistoryEntry>> ListHistoryAsync(SessionKey key, int count, CancellationToken cancellationToken) =>
        store.ListHistoryAsync(key, count, cancellationToken);

    public Task<IReadOnlyList<HistoryEntry>> ListChangesAsync(long after, int count, CancellationToken cancellationToken) =>
        store.ListChangesAsync(after, count, cancellationToken);

    public Task<IReadOnlyList<Session>> ListAsync(int count, CancellationToken cancellationToken) => store.ListAsync(count, cancellationToken);

    public IAsyncEnumerable<SessionKey> ListDueAsync(DateTimeOffset by, CancellationToken cancellationToken) => store.ListDueAsync(by, cancellationToken);

    public Task<bool> DeleteAsync(SessionKey key, CancellationToken cancellationToken) => store.DeleteAsync(key, cancellationToken);

    public Task<MoveOutcome> MoveAsync(SessionKey from, SessionKey to, CancellationToken cancellationToken) => store.MoveAsync(from, to, cancellationToken);

    public ValueTask<IReadOnlyList<SessionKey>> ListOtherKeysAsync(SessionKey key, CancellationToken cancellationToken) =>
        store.ListOtherKeysAsync(key, cancellationToken);
}
