using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace ChatAuth.Storage.Files;

/// <summary>
/// What .NET cannot do with files on Unix: open without waiting, know owner and inode, lock without swallowing failures, link, and rename
/// without falling back to a copy. Never called on Windows. Paths are in the exceptions, which otherwise hold the system's own words only.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static partial class Posix
{
    private const int NoEntry = 2;
    private const int Interrupted = 4;
    private const int AlreadyExists = 17;
    private const int ReadWrite = 2;
    private const int LockExclusiveNow = 2 | 4;
    private const int Unlock = 8;
    private const uint Unchanged = uint.MaxValue;
    private const uint OwnerOnly = 0x1C0;

    /// <summary>The effective user id.</summary>
    public static uint User => GetEffectiveUser();

    private static bool IsApple { get; } = OperatingSystem.IsMacOS();

    /// <summary>Opens an existing file or directory and never waits, not even for a pipe; null when nothing is there.</summary>
    public static SafeFileHandle? Open(string path, bool write = false)
    {
        var flags = (write ? ReadWrite : 0) | (IsApple ? 0x1000004 : 0x80800); // O_CLOEXEC | O_NONBLOCK
        var descriptor = OpenExisting(path, flags);
        if (descriptor >= 0) return new SafeFileHandle(descriptor, ownsHandle: true);
        return Marshal.GetLastPInvokeError() == NoEntry ? null : throw Failure(path);
    }

    /// <summary>Opens what is at a path itself and never waits; a link there is refused. Null when nothing is there.</summary>
    public static SafeFileHandle? OpenItself(string path)
    {
        // O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK; on ARM, Linux gives O_NOFOLLOW another number.
        var flags = IsApple ? 0x1000104 : RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64 ? 0x88800 : 0xA0800;
        var descriptor = OpenExisting(path, flags);
        if (descriptor >= 0) return new SafeFileHandle(descriptor, ownsHandle: true);
        return Marshal.GetLastPInvokeError() == NoEntry ? null : throw Failure(path);
    }

    /// <summary>The status of a path, links followed; null when nothing is there.</summary>
    public static FileStatus? Stat(string path)
    {
        if ((IsApple ? PosixStat.OnApple(path, out var status) : PosixStat.OnLinux(path, out status)) == 0) return status;
        return Marshal.GetLastPInvokeError() == NoEntry ? null : throw Failure(path);
    }

    /// <summary>The status of an open file.</summary>
    public static FileStatus Stat(SafeFileHandle handle, string path) =>
        (IsApple ? PosixStat.OnApple(handle, out var status) : PosixStat.OnLinux(handle, out status)) == 0 ? status : throw Failure(path);

    /// <summary>Takes the exclusive advisory lock of an open file; false when another descriptor holds it.</summary>
    /// <exception cref="IOException">This file system has no such locks.</exception>
    public static bool TryLock(SafeFileHandle handle, string path)
    {
        while (FileLock(handle, LockExclusiveNow) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error == (IsApple ? 35 : 11)) return false; // EWOULDBLOCK
            if (error != Interrupted) throw Failure(path);
        }
        return true;
    }

    /// <summary>Gives the lock back at once, even while a child process that is about to start still shares the descriptor.</summary>
    public static void Release(SafeFileHandle handle) => _ = FileLock(handle, Unlock);

    /// <summary>Puts a file in another's place, as one step; it never copies, as .NET does where a mount stands between.</summary>
    public static void Rename(string from, string to)
    {
        if (MoveName(from, to) != 0) throw Failure(to);
    }

    /// <summary>Gives a file a further name; false when that name is taken.</summary>
    public static bool TryLink(string from, string to)
    {
        if (AddName(from, to) == 0) return true;
        return Marshal.GetLastPInvokeError() == AlreadyExists ? false : throw Failure(to);
    }

    /// <summary>Makes a directory for its owner alone; false when the name is taken.</summary>
    public static bool TryMakeDirectory(string path)
    {
        if (MakeDirectory(path, OwnerOnly) == 0) return true;
        return Marshal.GetLastPInvokeError() == AlreadyExists ? false : throw Failure(path);
    }

    /// <summary>Gives an open file to a group; its owner stays.</summary>
    public static void ChangeGroup(SafeFileHandle handle, uint group, string path)
    {
        if (ChangeOwner(handle, Unchanged, group) != 0) throw Failure(path);
    }

    /// <summary>Sets which permission bits new files of this process never have; returns those before.</summary>
    [LibraryImport("libc", EntryPoint = "umask")]
    public static partial uint SetCreationMask(uint mask);

    /// <summary>With errno as its <see cref="Exception.HResult"/>, as .NET does it.</summary>
    private static IOException Failure(string path)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"{Marshal.GetPInvokeErrorMessage(error)}: {path}", error);
    }

    // With two arguments only: the mode of a new file is a variable argument, which some platforms pass in another place. .NET creates files.
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenExisting(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int FileLock(SafeFileHandle handle, int operation);

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MoveName(string from, string to);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddName(string from, string to);

    [LibraryImport("libc", EntryPoint = "mkdir", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakeDirectory(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "fchown", SetLastError = true)]
    private static partial int ChangeOwner(SafeFileHandle handle, uint owner, uint group);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUser();
}
