using System.Collections.Concurrent;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>A store in which the moves of conversations wait for a test, and which remembers what was looked at meanwhile.</summary>
internal sealed class HeldMoves(ISessionStore store) : ISessionStore
{
    private volatile bool _isMoving;

    /// <summary>What the next moves wait for.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    /// <summary>The conversations that were looked at while a move waited.</summary>
    public ConcurrentQueue<SessionKey> LookedAt { get; } = new();

    public async Task<MoveOutcome> MoveAsync(SessionKey from, SessionKey to, CancellationToken cancellationToken)
    {
        _isMoving = true;
        await Until.WaitAsync(cancellationToken);
        _isMoving = false;
        return await store.MoveAsync(from, to, cancellationToken);
    }

    public ValueTask<SessionSnapshot> LoadAsync(SessionKey key, ChangeCause? cause, CancellationToken cancellationToken)
    {
        if (_isMoving) LookedAt.Enqueue(key);
        return store.LoadAsync(key, cause, cancellationToken);
    }

    public Task<T> UpdateAsync<T>(SessionKey key, ChangeCause? cause, Func<SessionSnapshot, SessionUpdate<T>> decide, CancellationToken cancellationToken, ProbeWindow? probes = null) =>
        store.UpdateAsync(key, cause, decide, cancellationToken, probes);

    public Task CloseAttemptAsync(Attempt attempt, CancellationToken cancellationToken) => store.CloseAttemptAsync(attempt, cancellationToken);

    public Task<IReadOnlyList<HistoryEntry>> ListHistoryAsync(SessionKey key, int count, CancellationToken cancellationToken) =>
        store.ListHistoryAsync(key, count, cancellationToken);

    public Task<IReadOnlyList<HistoryEntry>> ListChangesAsync(long after, int count, CancellationToken cancellationToken) =>
        store.ListChangesAsync(after, count, cancellationToken);

    public Task<IReadOnlyList<Session>> ListAsync(int count, CancellationToken cancellationToken) => store.ListAsync(count, cancellationToken);

    public IAsyncEnumerable<SessionKey> ListDueAsync(DateTimeOffset by, CancellationToken cancellationToken) => store.ListDueAsync(by, cancellationToken);

    public Task<bool> DeleteAsync(SessionKey key, CancellationToken cancellationToken) => store.DeleteAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<SessionKey>> ListOtherKeysAsync(SessionKey key, CancellationToken cancellationToken) =>
        store.ListOtherKeysAsync(key, cancellationToken);
}
