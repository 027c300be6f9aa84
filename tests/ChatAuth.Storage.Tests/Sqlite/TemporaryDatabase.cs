using ChatAuth.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ChatAuth.Storage.Tests.Sqlite;

/// <summary>A directory for one database, and every instance that a test opens on it; all gone at the end.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("chatauth-");
    private readonly List<SqliteDatabase> _opened = [];

    public string Path => System.IO.Path.Combine(_directory.FullName, "chatauth.db");

    /// <summary>Another instance on the same file.</summary>
    public SqliteDatabase Open() => Track(new SqliteDatabase(Path));

    /// <summary>Disposes of an instance with the rest.</summary>
    public SqliteDatabase Track(SqliteDatabase database)
    {
        _opened.Add(database);
        return database;
    }

    /// <summary>Runs SQL on a connection of the test's own.</summary>
    public void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A connection of the test's own.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        foreach (var database in _opened) database.Dispose();
        _directory.Delete(recursive: true);
    }
}
