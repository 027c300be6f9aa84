using ChatAuth.Core.Errors;
using Microsoft.Win32.SafeHandles;

namespace ChatAuth.Storage.Files;

/// <summary>Reads a file, after making sure that it is a file, ours, and private or at least nobody else's to change. It never waits, whatever lies there.</summary>
internal static class PrivateFile
{
    public const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const UnixFileMode Others = OthersWrite | UnixFileMode.OtherRead;
    private const UnixFileMode OthersRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Everything = OthersWrite | OthersRead | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const int MaxAttempts = 3;

    /// <summary>The bytes of a file that holds secrets, with the stamp that they had; null when there is no file.</summary>
    /// <exception cref="ChatAuthException"><c>store-unreadable</c>, <c>store-foreign</c> or <c>store-too-open</c>.</exception>
    public static PrivateContent? Read(string path, bool allowGroupReadable) => Read(path, status => Checked(status, path, allowGroupReadable));

    /// <summary>The same of a file that others may read, because they do not get to it: it lies in a directory that is its owner's alone.</summary>
    /// <exception cref="ChatAuthException">As for <see cref="Read(string, bool)"/>.</exception>
    public static PrivateContent? ReadSheltered(string path) => Read(path, status => CheckedSheltered(status, path));

    /// <summary>Whether others read a file only if its directory let them in: the directory is ours and lets nobody else in, and the file is no link to elsewhere.</summary>
    /// <exception cref="ChatAuthException"><c>store-unreadable</c>.</exception>
    public static bool IsSheltered(string path)
    {
        try
        {
            return !OperatingSystem.IsWindows()
                && FileStatus.Find(Path.GetDirectoryName(path)!) is { IsOurs: true } directory && !directory.Allows(Everything)
                && new FileInfo(path).LinkTarget is null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ChatAuthException(ErrorCode.StoreUnreadable, path, failure);
        }
    }

    /// <summary>The same of a file that everybody may read, but only its owner or root may have written.</summary>
    /// <exception cref="ChatAuthException"><c>state-unsafe</c> or <c>store-unreadable</c>.</exception>
    public static PrivateContent? ReadOwned(string path) => Read(path, status => CheckedOwned(status, path));

    /// <summary>The status of a file that may be read; null when there is none.</summary>
    /// <exception cref="ChatAuthException">As for <see cref="Read(string, bool)"/>.</exception>
    public static FileStatus? Find(string path, bool allowGroupReadable) => Find(path, status => Checked(status, path, allowGroupReadable));

    /// <summary>The same of a file that <see cref="ReadSheltered"/> reads.</summary>
    /// <exception cref="ChatAuthException">As for <see cref="Read(string, bool)"/>.</exception>
    public static FileStatus? FindSheltered(string path) => Find(path, status => CheckedSheltered(status, path));

    private static FileStatus? Find(string path, Func<FileStatus, FileStatus> check)
    {
        try
        {
            return FileStatus.Find(path) is { } status ? check(status) : null;
        }
        catch (IOException failure)
        {
            throw new ChatAuthException(ErrorCode.StoreUnreadable, path, failure);
        }
    }

    private static PrivateContent? Read(string path, Func<FileStatus, FileStatus> check)
    {
        try
        {
            if (FileStatus.Find(path) is not { } status) return null;
            check(status);
            using var handle = OperatingSystem.IsWindows() ? OpenOnWindows(path) : Posix.Open(path);
            return handle is null ? null : Read(handle, path, check);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ChatAuthException(ErrorCode.StoreUnreadable, path, failure);
        }
    }

    /// <summary>Reads until the stamp stands still: another program may be writing in place.</summary>
    private static PrivateContent Read(SafeFileHandle handle, string path, Func<FileStatus, FileStatus> check)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = check(StatusOf(handle, path));
            var bytes = new byte[before.Stamp.Size];
            var length = 0;
            for (int read; length < bytes.Length && (read = RandomAccess.Read(handle, bytes.AsSpan(length), length)) > 0;) length += read;
            if (StatusOf(handle, path).Stamp == before.Stamp || attempt == MaxAttempts)
            {
                return new PrivateContent(bytes.AsMemory(0, length), before.Stamp);
            }
        }
    }

    private static FileStatus Checked(FileStatus status, string path, bool allowGroupReadable)
    {
        var (code, what) = status switch
        {
            { IsRegular: false } => (ErrorCode.StoreUnreadable, "it is not a regular file"),
            { Stamp.Size: > FileStoreOptions.MaxLength } => (ErrorCode.StoreUnreadable, "it is larger than 16 MB"),
            { IsOurs: false } when !(allowGroupReadable && status.IsRoots) => (ErrorCode.StoreForeign, "it belongs to another user"),
            _ when status.Allows(Others) => (ErrorCode.StoreTooOpen, "others than its owner can read or write it"),
            _ when status.Allows(UnixFileMode.GroupRead) && !allowGroupReadable => (ErrorCode.StoreTooOpen, "its group can read it"),
            _ => (null, null),
        };
        return code is null ? status : throw new ChatAuthException(code, $"{path}: {what}");
    }

    private static FileStatus CheckedSheltered(FileStatus status, string path)
    {
        if (status.IsOurs && status.Allows(OthersWrite)) throw new ChatAuthException(ErrorCode.StoreTooOpen, $"{path}: others than its owner can write it");
        Checked(status with { Mode = status.Mode & ~(uint)OthersRead }, path, allowGroupReadable: false);
        return status;
    }

    private static FileStatus CheckedOwned(FileStatus status, string path)
    {
        var (code, what) = status switch
        {
            { IsRegular: false } => (ErrorCode.StateUnsafe, "it is not a regular file"),
            { IsOurs: false, IsRoots: false } => (ErrorCode.StateUnsafe, "it belongs to another user"),
            _ when status.Allows(OthersWrite) => (ErrorCode.StateUnsafe, "others can write to it"),
            { Stamp.Size: > FileStoreOptions.MaxLength } => (ErrorCode.StoreUnreadable, "it is larger than 16 MB"),
            _ => (null, null),
        };
        return code is null ? status : throw new ChatAuthException(code, $"{path}: {what}");
    }

    private static SafeFileHandle OpenOnWindows(string path) =>
        File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);

    private static FileStatus StatusOf(SafeFileHandle handle, string path) =>
        OperatingSystem.IsWindows() ? FileStatus.Find(path) ?? throw new FileNotFoundException(null, path) : Posix.Stat(handle, path);
}
