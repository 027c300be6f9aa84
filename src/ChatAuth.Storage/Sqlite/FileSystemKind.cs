using System.Runtime.InteropServices;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Which file system a directory lies on, and whether SQLite's shared memory and locks can be trusted there.</summary>
internal static partial class FileSystemKind
{
    private const long Nfs = 0x6969;

    /// <summary>
    /// The magic number of the directory's file system, as <c>statfs(2)</c> lists them. Other systems than Linux only tell a network drive,
    /// which counts as NFS; 0 is any other.
    /// </summary>
    public static long Of(string directory)
    {
        if (!OperatingSystem.IsLinux()) return IsNetworkDrive(directory) ? Nfs : 0;
        // The structure has at most 120 bytes, and its first word is the number on every Linux.
        Span<long> buffer = stackalloc long[32];
        return StatFs(directory, buffer) == 0 ? buffer[0] & 0xFFFFFFFF : 0;
    }

    /// <summary>Network, shared-folder, cluster and user-space file systems: there the write-ahead log's shared memory is not shared, or locks are not kept.</summary>
    public static bool IsShared(long magic) => magic is
        Nfs
        or 0x517B or 0xFE534D42 or 0xFF534D42 // SMB
        or 0x01021997 // 9p
        or 0x65735546 // FUSE, virtiofs
        or 0x5346414F or 0x6B414653 // AFS
        or 0x73757245 // Coda
        or 0x00C36400 // Ceph
        or 0x0BD00BD0 // Lustre
        or 0x01161970 or 0x7461636F // GFS2, OCFS2
        or 0x786F4256 or 0xBACBACBC; // folders of VirtualBox, VMware

    private static bool IsNetworkDrive(string directory) =>
        directory.StartsWith(@"\\", StringComparison.Ordinal)
        || (Path.GetPathRoot(directory) is { Length: > 0 } root && new DriveInfo(root).DriveType is DriveType.Network);

    [LibraryImport("libc", EntryPoint = "statfs", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatFs(string path, Span<long> buffer);
}
