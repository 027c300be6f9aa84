using System.Globalization;
using ChatAuth.Core.Errors;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Opens connections on which what is acknowledged is durable, and refuses the database where that cannot be had.</summary>
internal static class SqliteOpening
{
    private const long Full = 2;

    /// <summary>Opens the database, creates it where there is none, and brings an older one up to date.</summary>
    /// <param name="file">Where.</param>
    /// <param name="patience">How long to wait for other processes.</param>
    /// <exception cref="ChatAuthException">It is not ours, newer, or may not lie there.</exception>
    public static PreparedConnection Open(SqliteFile file, TimeSpan patience)
    {
        file.Prepare();
        var connection = new PreparedConnection(ConnectionString(file.Path, patience));
        try
        {
            connection.ExecuteOnce(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(long)patience.TotalMilliseconds}"));
            var isBehind = SqliteSchema.IsBehind(connection);
            MakeDurable(connection, file.Path);
            if (isBehind) SqliteSchema.Update(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A database without rows that is nowhere.</summary>
    public static PreparedConnection Empty()
    {
        var connection = new PreparedConnection("Data Source=:memory:");
        SqliteSchema.Update(connection);
        return connection;
    }

    /// <summary>Written by hand, because the provider's builder compiles regular expressions to quote a path.</summary>
    private static string ConnectionString(string path, TimeSpan patience)
    {
        // The provider's own loop sleeps 150 ms a try. It begins after SQLite's wait has used up the same time, and so gives up at once.
        var timeout = Math.Max(1, (int)patience.TotalSeconds);
        return string.Create(
            CultureInfo.InvariantCulture, $"Data Source=\"{path.Replace("\"", "\"\"", StringComparison.Ordinal)}\";Mode=ReadWrite;Pooling=False;Default Timeout={timeout}");
    }

    /// <summary>Settings are read back: SQLite answers a setting that it cannot have with silence.</summary>
    private static void MakeDurable(PreparedConnection connection, string path)
    {
        connection.ExecuteOnce("PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1; PRAGMA foreign_keys = 1");
        if (connection.Text("PRAGMA journal_mode") != "wal") connection.ExecuteOnce("PRAGMA journal_mode = WAL");
        var isDurable = connection.Text("PRAGMA journal_mode") == "wal"
            && connection.Number("PRAGMA synchronous") == Full
            && connection.Number("PRAGMA fullfsync") == 1
            && connection.Number("PRAGMA foreign_keys") == 1;
        if (!isDurable) throw new ChatAuthException(ErrorCode.DatabaseUnavailable, $"{path}: no durable write-ahead log there");
    }
}
