using Microsoft.Data.Sqlite;

namespace ChatAuth.Gateway.Tests.Kills;

/// <summary>The session database beside the process that works on it: what stands in it, and what a test does to it.</summary>
internal sealed class StateDatabase(string path)
{
    /// <summary>The causes of the recorded changes of a conversation, oldest first; what happened by itself has none.</summary>
    public List<string> ChangesOf(string session) => List("SELECT cause FROM history WHERE session = $1 AND cause IS NOT NULL ORDER BY id", session);

    /// <summary>The state of a conversation, as it is stored; empty for none.</summary>
    public string StateOf(string session) => string.Concat(List("SELECT state FROM sessions WHERE key = $1", session));

    /// <summary>What became of the requests to vendors that a message caused, in order.</summary>
    public List<string> AttemptsOf(string cause) => List("SELECT outcome FROM attempts WHERE cause = $1 ORDER BY number", cause);

    /// <summary>Every request to a vendor that was begun, as <c>cause profile outcome</c>.</summary>
    public List<string> Attempts() => List("SELECT cause || ' ' || profile || ' ' || outcome FROM attempts");

    /// <summary>As if every rest and every other consequence of a failure had passed.</summary>
    public void EndRests() => Execute("DELETE FROM health");

    public List<string> Owners() => List("SELECT person FROM owners");

    public List<string> Leases() => List("SELECT name FROM leases");

    /// <summary>As if the time of every lease had passed.</summary>
    public void EndLeases() => Execute("UPDATE leases SET ends = 0");

    /// <summary>Nobody else can write until it is disposed.</summary>
    public IDisposable HoldWrites()
    {
        var connection = Open();
        Execute(connection, "BEGIN IMMEDIATE");
        return connection;
    }

    /// <summary>From now on whoever closes an attempt is busy with it for ever.</summary>
    public void StallReceipts() => Execute("""
        CREATE VIEW endless AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;
        CREATE TRIGGER stalled BEFORE UPDATE ON attempts BEGIN SELECT count(*) FROM endless; END;
        """);

    public void ReleaseReceipts() => Execute("DROP TRIGGER stalled; DROP VIEW endless");

    /// <summary>Waits until a message's attempt stands there; it is looked for whenever somebody wrote.</summary>
    public async Task WaitForAttemptAsync(string cause)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!);
        var written = new SemaphoreSlim(1);
        watcher.Changed += (_, _) => written.Release();
        watcher.EnableRaisingEvents = true;
        while (AttemptsOf(cause).Count == 0) await written.WaitAsync(patience.Token);
    }

    private List<string> List(string sql, params string[] values)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i + 1}", values[i]);
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read()) found.Add(reader.GetString(0));
        return found;
    }

    private void Execute(string sql)
    {
        using var connection = Open();
        Execute(connection, sql);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }
}
