using System.Runtime.Versioning;
using System.Security.Cryptography;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;
using Microsoft.Win32.SafeHandles;

namespace ChatAuth.Storage.Imports;

/// <summary>
/// A lock as programs on Node take it: a directory that exists while it is held, and whose time of change its holder renews. One that nobody renewed
/// for a minute belongs to a process that ended. Which directory is meant is told by an open handle: it keeps the inode from being used again.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    private readonly string _path;
    private readonly SafeFileHandle _directory;
    private readonly ITimer _renewing;

    private DirectoryLock(string path, SafeFileHandle directory, TimeProvider time)
    {
        (_path, _directory) = (path, directory);
        _renewing = time.CreateTimer(_ => Renew(time), null, Heartbeat, Heartbeat);
    }

    /// <summary>Takes it; null while another holds it.</summary>
    /// <exception cref="ChatAuthException"><c>store-unwritable</c>.</exception>
    public static DirectoryLock? TryTake(string path, TimeProvider time)
    {
        if (OperatingSystem.IsWindows()) return null; // Nothing there makes a directory and says whether it was there before.
        try
        {
            return Posix.TryMakeDirectory(path) || TryRemoveStale(path, time) && Posix.TryMakeDirectory(path) ? Hold(path, time) : null;
        }
        catch (Exception gone) when (gone is DirectoryNotFoundException or FileNotFoundException)
        {
            return null; // Given back meanwhile: the next look finds it free.
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ChatAuthException(ErrorCode.StoreUnwritable, path, failure);
        }
    }

    public void Dispose()
    {
        _renewing.Dispose();
        try
        {
            if (!OperatingSystem.IsWindows()) TryRemove(_path, _directory);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Its parent went: there is nothing left to give back.
        }
        _directory.Dispose();
    }

    [UnsupportedOSPlatform("windows")]
    private static DirectoryLock? Hold(string path, TimeProvider time)
    {
        if (Posix.Open(path) is not { } directory) return null;
        if (Posix.TryLock(directory, path)) return new DirectoryLock(path, directory, time);
        directory.Dispose(); // Not the one that was made: another process of ours was quicker to remove and make it.
        return null;
    }

    /// <summary>A process of ours holds an advisory lock on its directory as well, so that of several that see one stale directory a single one removes it.</summary>
    [UnsupportedOSPlatform("windows")]
    private static bool TryRemoveStale(string path, TimeProvider time)
    {
        using var directory = Posix.Open(path);
        if (directory is null) return true;
        if (time.GetUtcNow() - File.GetLastWriteTimeUtc(directory) < Stale) return false;
        return Posix.TryLock(directory, path) && TryRemove(path, directory);
    }

    /// <summary>
    /// Removes that directory and no other: it is moved aside first, so that one which another program made in its place meanwhile is seen, and put back.
    /// </summary>
    [UnsupportedOSPlatform("windows")]
    private static bool TryRemove(string path, SafeFileHandle directory)
    {
        if (!IsAt(path, directory)) return false;
        var aside = $"{path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        Posix.Rename(path, aside);
        if (IsAt(aside, directory))
        {
            Directory.Delete(aside);
            return true;
        }
        Posix.Rename(aside, path);
        return false;
    }

    [UnsupportedOSPlatform("windows")]
    private static bool IsAt(string path, SafeFileHandle directory)
    {
        var (there, meant) = (Posix.Stat(path)?.Stamp, Posix.Stat(directory, path).Stamp);
        return there is { } stamp && (stamp.Device, stamp.Inode) == (meant.Device, meant.Inode);
    }

    private void Renew(TimeProvider time)
    {
        try
        {
            File.SetLastWriteTimeUtc(_directory, time.GetUtcNow().UtcDateTime);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Disposed meanwhile. What is under way ends all the same, and is only written back where the old token still stands.
        }
    }
}
