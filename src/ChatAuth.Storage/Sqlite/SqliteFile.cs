using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Sqlite;

/// <summary>The database's files: where they may lie, and that nobody but their owner reads them.</summary>
internal sealed class SqliteFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Closing any handle of a file drops this process's POSIX locks on it, SQLite's among them: nobody may open the database
    // between its creation and the closing of the handle that created it.
    private static readonly Lock Creation = new();
    private readonly Func<string, long> _fileSystemOf;

    /// <param name="path">The database; a missing directory is made for its owner alone.</param>
    /// <param name="fileSystemOf">The magic number of a directory's file system.</param>
    public SqliteFile(string path, Func<string, long> fileSystemOf)
    {
        // SQLite puts its log beside what a link points at, so that is the file that is meant.
        var full = System.IO.Path.GetFullPath(path);
        Path = File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
        _fileSystemOf = fileSystemOf;
    }

    public string Path { get; }

    public bool Exists => File.Exists(Path);

    /// <summary>Creates the file for its owner alone if it is not there, and takes what others may do away if it is. It is never opened: SQLite's locks depend on that.</summary>
    /// <exception cref="ChatAuthException">It may not or cannot lie there.</exception>
    public void Prepare()
    {
        var directory = System.IO.Path.GetDirectoryName(Path)!;
        // Owners and grants are in it: where others could put another file in its place, it is not opened.
        new StateDirectory(directory).Create(directory);
        if (FileSystemKind.IsShared(_fileSystemOf(directory))) throw new ChatAuthException(ErrorCode.DatabaseOnNetwork, Path);
        try
        {
            lock (Creation)
            {
                if (!Exists) Create();
            }
            foreach (var file in (string[])[Path, Path + "-wal", Path + "-shm"]) Tighten(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ChatAuthException(ErrorCode.DatabaseUnavailable, Path, e);
        }
    }

    private void Create()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        try
        {
            new FileStream(Path, options).Dispose();
        }
        catch (IOException) when (Exists)
        {
            // Another process was quicker.
        }
    }

    private static void Tighten(string file)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(file)) return;
        try
        {
            if ((File.GetUnixFileMode(file) & ~OwnerOnly) != 0) File.SetUnixFileMode(file, OwnerOnly);
        }
        catch (FileNotFoundException)
        {
            // The last process to leave deletes the log.
        }
    }
}
