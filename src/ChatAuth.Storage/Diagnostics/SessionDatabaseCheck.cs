using System.Globalization;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Sqlite;

namespace ChatAuth.Storage.Diagnostics;

/// <summary>Whether the session database is sound and can be written durably: by a commit that changes no content.</summary>
internal sealed class SessionDatabaseCheck(SqliteDatabase database, string path) : ICheck
{
    public string Name => "session-database";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        if (!Path.Exists(path)) return new CheckResult.Skipped("There is no session database yet; the first change of a conversation makes it.");
        if (database.Read(connection => connection.Text("PRAGMA quick_check(1)")) is not "ok") throw new ChatAuthException(ErrorCode.DatabaseDamaged, path);
        await database.WriteAsync(
            connection => connection.ExecuteOnce(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {connection.Number("PRAGMA user_version")}")),
            cancellationToken).ConfigureAwait(false);
        return new CheckResult.Passed($"{path} is sound, and a commit is durable.");
    }
}
