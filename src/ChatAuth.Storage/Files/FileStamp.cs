namespace ChatAuth.Storage.Files;

/// <summary>
/// Tells one content of a file from another: equal stamps are equal bytes, unless it changed twice within a tick of the file system's clock.
/// </summary>
/// <param name="Device">The device that holds it; 0 on Windows.</param>
/// <param name="Inode">Its number there; 0 on Windows.</param>
/// <param name="ChangedSeconds">When its content, mode or names last changed, in whole seconds since 1970; on Windows, when it was written.</param>
/// <param name="ChangedNanoseconds">The nanoseconds of that second.</param>
/// <param name="Size">Its length in bytes.</param>
internal readonly record struct FileStamp(ulong Device, ulong Inode, long ChangedSeconds, long ChangedNanoseconds, long Size)
{
    /// <summary>Far above the tick of every file system in use (FAT: 2 s), below what anybody waits for.</summary>
    private static readonly TimeSpan LongestTick = TimeSpan.FromSeconds(2);

    /// <summary>Whether the stamp was already old when it was taken, so that a later change must have another.</summary>
    public bool IsSettled(DateTimeOffset taken) =>
        (taken - LongestTick).ToUnixTimeSeconds() > ChangedSeconds;
}
