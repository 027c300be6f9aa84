using ChatAuth.Core.Delivery;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Which updates were dealt with, in the session database.</summary>
internal sealed class SqliteDeliveryLedger(SqliteDatabase database, TimeProvider clock) : IDeliveryLedger
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    public ValueTask<IReadOnlySet<long>> FindKnownAsync(string source, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var since = clock.GetUtcNow() - Kept;
        return new(database.Read(connection => ids.Where(id => IsKnown(connection, source, id, since)).ToHashSet()));
    }

    public Task RecordAsync(string source, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var now = clock.GetUtcNow();
            foreach (var id in ids) Record(connection, source, id, now);
            Forget(connection, now);
        },
        cancellationToken,
        isRepeatable: true);

    private static bool IsKnown(PreparedConnection connection, string source, long id, DateTimeOffset since) => connection.Number(
        "SELECT count(*) FROM deliveries WHERE source = ?1 AND id = ?2 AND at > ?3", source, id, since.UtcTicks) > 0;

    private static void Record(PreparedConnection connection, string source, long id, DateTimeOffset now) => connection.Execute(
        "INSERT INTO deliveries (source, id, at) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET at = excluded.at", source, id, now.UtcTicks);

    private static void Forget(PreparedConnection connection, DateTimeOffset now)
    {
        // The clock was set back: what it recorded ahead of now is kept for 48 hours from now, not for longer.
        connection.Execute("UPDATE deliveries SET at = ?1 WHERE at > ?1", now.UtcTicks);
        // What is old is not found any more. So it may go in portions, and a bot that slept for days keeps nobody waiting.
        connection.Execute(
            "DELETE FROM deliveries WHERE (source, id) IN (SELECT source, id FROM deliveries WHERE at <= ?1 ORDER BY at LIMIT 1000)",
            (now - Kept).UtcTicks);
    }
}
