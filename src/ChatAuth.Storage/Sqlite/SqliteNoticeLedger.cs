using ChatAuth.Core.Delivery;

namespace ChatAuth.Storage.Sqlite;

/// <summary>The told notices in the session database; of more than it keeps, those with the earliest times give way.</summary>
internal sealed class SqliteNoticeLedger(SqliteDatabase database, TimeProvider clock, int capacity = SqliteNoticeLedger.Capacity) : INoticeLedger
{
    private const int Capacity = 10_000;

    public Task<bool> TryRecordAsync(string subject, string stage, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var isNew = connection.Text(
                "INSERT INTO notices (subject, stage, at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING RETURNING stage", subject, stage, clock.GetUtcNow().UtcTicks) is not null;
            if (isNew) connection.Execute("DELETE FROM notices WHERE at < (SELECT at FROM notices ORDER BY at DESC LIMIT 1 OFFSET ?1)", capacity - 1);
            return isNew;
        },
        cancellationToken);
}
