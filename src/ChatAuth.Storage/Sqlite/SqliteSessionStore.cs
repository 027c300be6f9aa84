using System.Runtime.CompilerServices;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Sessions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Conversations in the session database.</summary>
internal sealed class SqliteSessionStore(SqliteDatabase database, TimeProvider clock) : ISessionStore
{
    private const int Portion = 1_000;

    public ValueTask<SessionSnapshot> LoadAsync(SessionKey key, ChangeCause? cause, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(database.Read(connection => Snapshot(connection, AliasRows.Resolve(connection, key), cause)));
    }

    public Task<T> UpdateAsync<T>(
        SessionKey key, ChangeCause? cause, Func<SessionSnapshot, SessionUpdate<T>> decide, CancellationToken cancellationToken, ProbeWindow? probes = null) =>
        database.WriteAsync(
            connection =>
            {
                var snapshot = Snapshot(connection, AliasRows.Resolve(connection, key), cause);
                var update = decide(probes is null ? snapshot : snapshot with { Probes = AttemptRows.ListProbes(connection, probes) });
                Save(connection, snapshot.Session, update);
                return update.Result;
            },
            cancellationToken,
            isRepeatable: true);

    public Task CloseAttemptAsync(Attempt attempt, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => AttemptRows.Close(connection, attempt), cancellationToken, isRepeatable: true);

    public Task<IReadOnlyList<HistoryEntry>> ListHistoryAsync(SessionKey key, int count, CancellationToken cancellationToken) =>
        List(connection => HistoryRows.List(connection, AliasRows.Resolve(connection, key), count), count, cancellationToken);

    public Task<IReadOnlyList<HistoryEntry>> ListChangesAsync(long after, int count, CancellationToken cancellationToken) =>
        database.Exists ? List(connection => HistoryRows.ListAfter(connection, after, count), count, cancellationToken) : Task.FromResult<IReadOnlyList<HistoryEntry>>([]);

    public Task<IReadOnlyList<Session>> ListAsync(int count, CancellationToken cancellationToken) =>
        List(connection => SessionRows.List(connection, count), count, cancellationToken);

    public async IAsyncEnumerable<SessionKey> ListDueAsync(DateTimeOffset by, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (long Due, long Id) last = default;
        for (var isMore = true; isMore;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var portion = database.Read(connection => SessionRows.ListDue(connection, by, last, Portion));
            foreach (var (key, due, id) in portion)
            {
                last = (due, id);
                yield return key;
            }
            isMore = portion.Count == Portion;
        }
    }

    public Task<bool> DeleteAsync(SessionKey key, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var resolved = AliasRows.Resolve(connection, key);
            HistoryRows.Delete(connection, resolved);
            AttemptRows.Delete(connection, resolved);
            return SessionRows.Delete(connection, resolved);
        },
        cancellationToken);

    public Task<MoveOutcome> MoveAsync(SessionKey from, SessionKey to, CancellationToken cancellationToken)
    {
        if (from.Thread is not null || to.Thread is not null) throw new ArgumentException("A conversation moves with its threads; a thread alone does not.");
        return database.WriteAsync(connection => SessionMove.Apply(connection, from, to), cancellationToken, isRepeatable: true);
    }

    public ValueTask<IReadOnlyList<SessionKey>> ListOtherKeysAsync(SessionKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(database.Read(connection => AliasRows.ListOthers(connection, key)));
    }

    private static SessionSnapshot Snapshot(PreparedConnection connection, SessionKey key, ChangeCause? cause) => new(
        SessionRows.Load(connection, key),
        key.Parent is { } parent ? SessionRows.Load(connection, parent) : null,
        GrantRows.Load(connection),
        AttemptRows.FindLastReceipt(connection, key),
        HistoryRows.FindUndoable(connection, key),
        cause is { } applied ? HistoryRows.FindApplied(connection, applied) : null,
        cause is { } asked ? AttemptRows.ListOf(connection, asked) : []);

    private void Save<T>(PreparedConnection connection, Session session, SessionUpdate<T> update)
    {
        try
        {
            if (update.Next is { } next) SessionRows.Save(connection, session, next, clock.GetUtcNow());
            if (update.History is { } entry) HistoryRows.Insert(connection, session.Key, entry);
            if (update.Attempt is { } attempt) AttemptRows.Insert(connection, session.Key, attempt);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_CONSTRAINT)
        {
            throw new InvalidOperationException("What this cause did is recorded already.", e);
        }
    }

    private Task<IReadOnlyList<T>> List<T>(Func<PreparedConnection, List<T>> query, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<T>>(database.Read(query));
    }
}
