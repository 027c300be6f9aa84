using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Imports;

/// <summary>
/// A lock as programs on Node take it: a directory that exists while it is held, and whose time of change its holder renews. One that nobody renewed
/// for a minute belongs to a process that ended.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    private readonly string _path;
    private readonly ITimer _renewing;

    private DirectoryLock(string path, TimeProvider time)
    {
        _path = path;
        _renewing = time.CreateTimer(_ => Renew(time), null, Heartbeat, Heartbeat);
    }

    /// <summary>Takes it; null while another holds it.</summary>
    /// <exception cref="ChatAuthException"><c>store-unwritable</c>.</exception>
    public static DirectoryLock? TryTake(string path, TimeProvider time)
    {
        if (OperatingSystem.IsWindows()) return null; // Nothing there makes a directory and says whether it was there before.
        try
        {
            if (Posix.TryMakeDirectory(path)) return new DirectoryLock(path, time);
            if (time.GetUtcNow() - Directory.GetLastWriteTimeUtc(path) < Stale) return null;
            Directory.Delete(path);
            return Posix.TryMakeDirectory(path) ? new DirectoryLock(path, time) : null;
        }
        catch (DirectoryNotFoundException)
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
            Directory.Delete(_path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Taken for stale by another, or its parent went: there is nothing left to give back.
        }
    }

    private void Renew(TimeProvider time)
    {
        try
        {
            Directory.SetLastWriteTimeUtc(_path, time.GetUtcNow().UtcDateTime);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // As in Dispose. What is under way ends all the same, and is only written back where the old token still stands.
        }
    }
}
