using Microsoft.Data.Sqlite;

namespace ChatAuth.Benchmarks;

/// <summary>The anchor: what one durable change of one row costs in SQLite itself, with the settings that ChatAuth insists on.</summary>
internal sealed class BareCommits : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _update;
    private readonly SqliteCommand _commit;

    public BareCommits(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Command("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL").ExecuteNonQuery();
        Command("CREATE TABLE one (id INTEGER PRIMARY KEY, value INTEGER); INSERT INTO one VALUES (1, 0)").ExecuteNonQuery();
        _begin = Command("BEGIN IMMEDIATE");
        _update = Command("UPDATE one SET value = value + 1 WHERE id = 1");
        _commit = Command("COMMIT");
    }

    public void Commit()
    {
        _begin.ExecuteNonQuery();
        _update.ExecuteNonQuery();
        _commit.ExecuteNonQuery();
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
