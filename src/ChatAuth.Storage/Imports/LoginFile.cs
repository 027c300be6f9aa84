using ChatAuth.Storage.Files;
using Microsoft.Win32.SafeHandles;

namespace ChatAuth.Storage.Imports;

/// <summary>A file in which another program keeps its login. Reading never waits, whatever lies there, and reads only what is this user's own.</summary>
/// <param name="Root">The directory that decides whose files these are: the home, or the program's own.</param>
/// <param name="Path">The file, below it.</param>
internal sealed record LoginFile(string Root, string Path)
{
    private const int MaxLength = 1024 * 1024;
    private const int MaxAttempts = 3;

    /// <summary>Another one whenever the file may have changed; null when there is none.</summary>
    public string? FindMark()
    {
        try
        {
            return FileStatus.Find(Path) is { Stamp: var stamp }
                ? string.Create(null, $"{stamp.Device}:{stamp.Inode}:{stamp.ChangedSeconds}.{stamp.ChangedNanoseconds}:{stamp.Size}")
                : null;
        }
        catch (IOException)
        {
            return "unreadable"; // Reading it tells why.
        }
    }

    /// <summary>Its bytes, and when they were written; or why they cannot be used; neither when there is no file.</summary>
    public (LoginBytes? Found, string? Why) Read()
    {
        try
        {
            if (FileStatus.Find(Path) is not { } status) return default;
            if (Objection(status) is { } objection) return (null, objection);
            using var handle = OperatingSystem.IsWindows() ? File.OpenHandle(Path, share: FileShare.ReadWrite | FileShare.Delete) : Posix.Open(Path);
            return handle is null ? default : Read(handle);
        }
        catch (FileNotFoundException)
        {
            return default;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, "its file cannot be read");
        }
    }

    /// <summary>Reads until the file stands still: its program may be writing in place.</summary>
    private (LoginBytes?, string?) Read(SafeFileHandle handle)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = StatusOf(handle);
            if (Objection(before) is { } objection) return (null, objection);
            var bytes = new byte[before.Stamp.Size];
            var length = 0;
            for (int read; length < bytes.Length && (read = RandomAccess.Read(handle, bytes.AsSpan(length), length)) > 0;) length += read;
            if (StatusOf(handle).Stamp == before.Stamp || attempt == MaxAttempts)
            {
                return (new LoginBytes(bytes.AsMemory(0, length), File.GetLastWriteTimeUtc(handle)), null);
            }
        }
    }

    private string? Objection(FileStatus status) => status switch
    {
        { IsRegular: false } => "its file is not a regular file",
        { IsOurs: false } => "its file belongs to another user",
        { Stamp.Size: > MaxLength } => "its file is larger than 1 MB",
        _ => FileStatus.Find(Root) is { IsOurs: false, IsRoots: false } ? "its directory belongs to another user" : null,
    };

    private FileStatus StatusOf(SafeFileHandle handle) =>
        OperatingSystem.IsWindows() ? FileStatus.Find(Path) ?? throw new FileNotFoundException(null, Path) : Posix.Stat(handle, Path);
}
