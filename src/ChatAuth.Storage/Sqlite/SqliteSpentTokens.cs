using ChatAuth.Core.Credentials;

namespace ChatAuth.Storage.Sqlite;

/// <summary>The spent refresh tokens in the session database.</summary>
internal sealed class SqliteSpentTokens(SqliteDatabase database, TimeProvider clock) : ISpentTokens
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public Task<bool> HasAsync(string fingerprint, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read(connection => connection.Text(
            "SELECT token FROM spent_tokens WHERE token = ?1 AND at > ?2", fingerprint, (clock.GetUtcNow() - Kept).UtcTicks)) is not null);
    }

    public Task RecordAsync(string fingerprint, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var now = clock.GetUtcNow();
            connection.Execute("DELETE FROM spent_tokens WHERE at <= ?1", (now - Kept).UtcTicks);
            connection.Execute("INSERT INTO spent_tokens (token, at) VALUES (?1, ?2) ON CONFLICT (token) DO UPDATE SET at = ?2", fingerprint, now.UtcTicks);
        },
        cancellationToken,
        isRepeatable: true);
}
