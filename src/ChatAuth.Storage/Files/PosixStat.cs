using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ChatAuth.Storage.Files;

/// <summary>
/// Reads owner, inode and change time, which .NET does not tell. Linux: <c>statx</c>, whose record is the same on every processor, unlike that of
/// <c>stat</c>. Apple: <c>stat</c> with 64-bit inodes, which has a suffix on Intel.
/// </summary>
internal static partial class PosixStat
{
    private const int CurrentDirectory = -100;
    private const int EmptyPath = 0x1000;
    private const uint BasicFields = 0x7FF;

    private static bool IsIntel { get; } = RuntimeInformation.ProcessArchitecture is Architecture.X64;

    public static int OnLinux(string path, out FileStatus status) =>
        Result(StatLinux(CurrentDirectory, path, 0, BasicFields, out var record), record, out status);

    public static int OnLinux(SafeFileHandle handle, out FileStatus status) =>
        Result(StatLinux(handle, "", EmptyPath, BasicFields, out var record), record, out status);

    public static int OnApple(string path, out FileStatus status) =>
        Result(IsIntel ? StatAppleIntel(path, out var record) : StatApple(path, out record), record, out status);

    public static int OnApple(SafeFileHandle handle, out FileStatus status) =>
        Result(IsIntel ? StatAppleIntel(handle, out var record) : StatApple(handle, out record), record, out status);

    private static int Result(int result, in LinuxRecord record, out FileStatus status)
    {
        var device = ((ulong)record.DeviceMajor << 32) | record.DeviceMinor;
        var stamp = new FileStamp(device, record.Inode, record.ChangedSeconds, record.ChangedNanoseconds, (long)record.Size);
        status = new FileStatus(stamp, record.Mode, record.Owner, record.Group);
        return result;
    }

    private static int Result(int result, in AppleRecord record, out FileStatus status)
    {
        var stamp = new FileStamp(record.Device, record.Inode, record.ChangedSeconds, record.ChangedNanoseconds, record.Size);
        status = new FileStatus(stamp, record.Mode, record.Owner, record.Group);
        return result;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatLinux(int directory, string path, int flags, uint mask, out LinuxRecord record);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatLinux(SafeFileHandle directory, string path, int flags, uint mask, out LinuxRecord record);

    [LibraryImport("libc", EntryPoint = "stat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatApple(string path, out AppleRecord record);

    [LibraryImport("libc", EntryPoint = "fstat", SetLastError = true)]
    private static partial int StatApple(SafeFileHandle handle, out AppleRecord record);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatAppleIntel(string path, out AppleRecord record);

    [LibraryImport("libc", EntryPoint = "fstat$INODE64", SetLastError = true)]
    private static partial int StatAppleIntel(SafeFileHandle handle, out AppleRecord record);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct LinuxRecord
    {
        [FieldOffset(20)] public uint Owner;
        [FieldOffset(24)] public uint Group;
        [FieldOffset(28)] public ushort Mode;
        [FieldOffset(32)] public ulong Inode;
        [FieldOffset(40)] public ulong Size;
        [FieldOffset(96)] public long ChangedSeconds;
        [FieldOffset(104)] public uint ChangedNanoseconds;
        [FieldOffset(136)] public uint DeviceMajor;
        [FieldOffset(140)] public uint DeviceMinor;
    }

    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private struct AppleRecord
    {
        [FieldOffset(0)] public uint Device;
        [FieldOffset(4)] public ushort Mode;
        [FieldOffset(8)] public ulong Inode;
        [FieldOffset(16)] public uint Owner;
        [FieldOffset(20)] public uint Group;
        [FieldOffset(64)] public long ChangedSeconds;
        [FieldOffset(72)] public long ChangedNanoseconds;
        [FieldOffset(96)] public long Size;
    }
}
