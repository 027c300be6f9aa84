using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ChatAuth.Storage.Sqlite;

/// <summary>
/// The session database of one installation: one writer, whose changes queue here so that they do not poll each other for SQLite's lock,
/// and as many readers as are needed at once. Thread-safe; opened at the first use.
/// </summary>
/// <param name="path">The file; created for its owner alone when something is first written.</param>
internal sealed class SqliteDatabase(string path) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentBag<PreparedConnection> _readers = [];
    private PreparedConnection? _writer;

    /// <summary>How long SQLite waits for other processes; far longer than any queue of ours, so that nobody healthy is refused.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The magic number of a directory's file system.</summary>
    internal Func<string, long> FileSystemOf { get; init; } = FileSystemKind.Of;

    /// <summary>Ends a write transaction; replaced where its answer shall get lost.</summary>
    internal Action<PreparedConnection> Commit { get; init; } = connection => connection.Execute("COMMIT");

    /// <summary>Something has been written here.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>Reads in one transaction. While there is no database, nothing is created and an empty one is read.</summary>
    /// <exception cref="Core.Errors.ChatAuthException">The database is damaged, newer, or does not answer.</exception>
    public T Read<T>(Func<PreparedConnection, T> work)
    {
        if (!Exists)
        {
            using var empty = SqliteOpening.Empty();
            return work(empty);
        }
        return Guarded(() =>
        {
            var reader = _readers.TryTake(out var idle) ? idle : Open();
            var result = Transact(reader, "BEGIN", work, connection => connection.Execute("COMMIT"));
            _readers.Add(reader);
            return result;
        });
    }

    /// <summary>Writes in one transaction that no other writer can come into. An exception out of <paramref name="work"/> takes all back.</summary>
    /// <param name="work">What to do; quick, and without another use of this database.</param>
    /// <param name="cancellationToken">Gives up the wait for a turn in this process; what has begun is finished.</param>
    /// <param name="isRepeatable">The work sees what it did before: it is done once more when the disk failed and nobody knows whether the commit happened.</param>
    /// <exception cref="Core.Errors.ChatAuthException">The database is damaged, newer, or does not answer.</exception>
    public async Task<T> WriteAsync<T>(Func<PreparedConnection, T> work, CancellationToken cancellationToken, bool isRepeatable = false)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Guarded(() =>
            {
                try
                {
                    return Write(work);
                }
                catch (SqliteException e) when (isRepeatable && SqliteFault.LeavesCommitUnknown(e))
                {
                    return Write(work);
                }
            });
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Action<PreparedConnection> work, CancellationToken cancellationToken, bool isRepeatable = false) => WriteAsync(
        connection =>
        {
            work(connection);
            return true;
        },
        cancellationToken,
        isRepeatable);

    public void Dispose()
    {
        Close();
        _turn.Dispose();
    }

    private T Write<T>(Func<PreparedConnection, T> work)
    {
        // Somebody took the file away: what is written through a handle that is still open would be lost with it.
        if (!Exists) Close();
        var writer = _writer ?? Open();
        _writer = null;
        var result = Transact(writer, "BEGIN IMMEDIATE", work, Commit);
        _writer = writer;
        return result;
    }

    /// <summary>A connection on which anything failed is closed, which takes its transaction back whatever state it is in.</summary>
    private static T Transact<T>(PreparedConnection connection, string begin, Func<PreparedConnection, T> work, Action<PreparedConnection> commit)
    {
        var isSound = false;
        try
        {
            connection.Execute(begin);
            var result = work(connection);
            commit(connection);
            isSound = true;
            return result;
        }
        finally
        {
            if (!isSound) connection.Dispose();
        }
    }

    private void Close()
    {
        _writer?.Dispose();
        _writer = null;
        while (_readers.TryTake(out var reader)) reader.Dispose();
    }

    private PreparedConnection Open() => SqliteOpening.Open(new SqliteFile(path, FileSystemOf), Patience);

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e) when (SqliteFault.Of(e, path) is { } fault)
        {
            throw fault;
        }
    }
}
