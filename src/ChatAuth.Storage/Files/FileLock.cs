using System.Collections.Concurrent;
using System.Runtime.Versioning;
using ChatAuth.Core.Errors;
using Microsoft.Win32.SafeHandles;

namespace ChatAuth.Storage.Files;

/// <summary>
/// Excludes all other writers of a file, in this process and in others, until disposed. It is held on a file of our own beside the data,
/// never deleted, because the data file itself is another one after each write.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private const string Suffix = ".chatauth-lock";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);
    private static readonly ConcurrentDictionary<string, bool> ProvenDirectories = new();

    private readonly SafeFileHandle _handle;

    private FileLock(SafeFileHandle handle) => _handle = handle;

    /// <summary>The path of the lock of a data file.</summary>
    public static string PathFor(string target) => target + Suffix;

    /// <summary>The data file of which a path is the lock; the path itself where it is none.</summary>
    public static string TargetOf(string path) => path.EndsWith(Suffix, StringComparison.Ordinal) ? path[..^Suffix.Length] : path;

    /// <summary>Takes the lock, waiting up to 10 seconds for it unless told otherwise.</summary>
    /// <param name="target">The data file itself; its directory exists.</param>
    /// <param name="time">The clock of the waiting.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="patience">How long to wait; null is 10 seconds.</param>
    /// <exception cref="ChatAuthException"><c>store-busy</c>, <c>lock-unproven</c> or <c>store-unwritable</c>.</exception>
    public static async Task<FileLock> TakeAsync(string target, TimeProvider time, CancellationToken cancellationToken, TimeSpan? patience = null)
    {
        var path = PathFor(target);
        var start = time.GetTimestamp();
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryTake(path) is { } taken) return Proven(taken, path);
            if (time.GetElapsedTime(start) >= (patience ?? Patience)) throw new ChatAuthException(ErrorCode.StoreBusy, path);
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows()) Posix.Release(_handle);
        _handle.Dispose();
    }

    /// <summary>The lock, or null while another holds it.</summary>
    private static FileLock? TryTake(string path)
    {
        AtomicFile.TryCreate(path, []);
        try
        {
            return OperatingSystem.IsWindows() ? TryOpenAlone(path) : TryLock(path);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new ChatAuthException(ErrorCode.StoreUnwritable, path, failure);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static FileLock? TryLock(string path)
    {
        var handle = Open(path);
        try
        {
            if (Posix.TryLock(handle, path)) return new FileLock(handle);
            handle.Dispose();
            return null;
        }
        catch (IOException failure)
        {
            handle.Dispose();
            throw new ChatAuthException(ErrorCode.LockUnproven, path, failure);
        }
    }

    /// <summary>Once a directory, a second descriptor tries: a file system that grants a lock twice is not trusted with one.</summary>
    private static FileLock Proven(FileLock taken, string path)
    {
        var directory = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows() || ProvenDirectories.ContainsKey(directory)) return taken;
        if (TryLock(path) is { } second)
        {
            second.Dispose();
            taken.Dispose();
            throw new ChatAuthException(ErrorCode.LockUnproven, path);
        }
        ProvenDirectories[directory] = true;
        return taken;
    }

    [UnsupportedOSPlatform("windows")]
    private static SafeFileHandle Open(string path)
    {
        try
        {
            return Posix.Open(path, write: true) ?? throw new FileNotFoundException(null, path);
        }
        catch (IOException failure)
        {
            throw new ChatAuthException(ErrorCode.StoreUnwritable, path, failure);
        }
    }

    private static FileLock? TryOpenAlone(string path)
    {
        try
        {
            return new FileLock(File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null; // a sharing violation: that is how Windows says that it is held
        }
    }
}
