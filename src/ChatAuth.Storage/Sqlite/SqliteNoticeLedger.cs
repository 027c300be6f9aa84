using ChatAuth.Core.Delivery;

namespace ChatAuth.Storage.Sqlite;

/// <summary>The told notices in the session database.</summary>
internal sealed class SqliteNoticeLedger(SqliteDatabase database, TimeProvider clock) : INoticeLedger
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public Task<bool> TryRecordAsync(string subject, string stage, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var now = clock.GetUtcNow();
            connection.Execute("DELETE FROM notices WHERE at <= ?1", (now - Kept).UtcTicks);
            return connection.Text("INSERT INTO notices (subject, stage, at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING RETURNING stage", subject, stage, now.UtcTicks) is not null;
        },
        cancellationToken);
}
