using ChatAuth.Core.Delivery;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Leases in the session database. Their ends are times of this machine's clock, which all its processes share.</summary>
internal sealed class SqliteLeaseStore(SqliteDatabase database, TimeProvider clock) : ILeaseStore
{
    /// <summary>
    /// An end further away than the asked duration was written before the clock was set back. It is brought in to that duration, and its holder stays:
    /// one that lives renews in time, and one that died holds nobody up for longer than it would have.
    /// </summary>
    private const string Take = """
        INSERT INTO leases (name, holder, ends) VALUES (?1, ?2, ?4)
        ON CONFLICT DO UPDATE SET holder = iif(ends > ?4, holder, ?2), ends = ?4
        WHERE holder = ?2 OR ends <= ?3 OR ends > ?4
        RETURNING holder
        """;

    public Task<bool> TryTakeAsync(string name, string holder, TimeSpan duration, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            // Only now: the wait for a turn to write is no part of the lease.
            var now = clock.GetUtcNow();
            return connection.Text(Take, name, holder, now.UtcTicks, (now + duration).UtcTicks) == holder;
        },
        cancellationToken,
        isRepeatable: true);

    public Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute("DELETE FROM leases WHERE name = ?1 AND holder = ?2", name, holder), cancellationToken, isRepeatable: true);
}
