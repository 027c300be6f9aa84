using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace ChatAuth.Storage.Variables;

/// <summary>
/// A child in a session and process group of its own, which .NET cannot start: without a terminal to ask at, with the environment that it is given and
/// nothing else, and with only its output connected. Disposing ends the whole group.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed partial class ShellProcess : IDisposable
{
    private const int Kill = 9;
    private const int Interrupted = 4;
    private const short Readable = 1;

    /// <summary>Above the size that any C library gives its records of attributes and of file actions.</summary>
    private const int RecordSize = 512;

    private static readonly short s_ownSession = (short)(OperatingSystem.IsMacOS() ? 0x400 : 0x80);

    private readonly AnonymousPipeServerStream _output;
    private readonly int _id;

    private ShellProcess(AnonymousPipeServerStream output, int id)
    {
        _output = output;
        _id = id;
    }

    /// <summary>Starts a program; null when it cannot be started.</summary>
    public static ShellProcess? Start(string program, IEnumerable<string> arguments, IEnumerable<string> environment)
    {
        var output = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.None);
        var error = Spawn(program, [program, .. arguments, null], [.. environment, null], output.ClientSafePipeHandle, out var id);
        output.DisposeLocalCopyOfClientHandle();
        if (error == 0) return new ShellProcess(output, id);
        output.Dispose();
        return null;
    }

    /// <summary>Waits for output, or its end; false when none came in time.</summary>
    public bool WaitForOutput(TimeSpan longest)
    {
        var wanted = new Wanted { Descriptor = (int)_output.SafePipeHandle.DangerousGetHandle(), Events = Readable };
        var milliseconds = (int)Math.Max(0, Math.Ceiling(longest.TotalMilliseconds));
        return Poll(ref wanted, 1, milliseconds) switch
        {
            > 0 => true,
            < 0 when Marshal.GetLastPInvokeError() == Interrupted => true,
            _ => false,
        };
    }

    /// <summary>Reads what is there; 0 at the end.</summary>
    public int Read(Span<byte> buffer) => _output.Read(buffer);

    /// <summary>The leader is reaped last, so that its group's number cannot have become another's.</summary>
    public void Dispose()
    {
        _ = Signal(-_id, Kill);
        while (Reap(_id, out _, 0) < 0 && Marshal.GetLastPInvokeError() == Interrupted)
        {
        }
        _output.Dispose();
    }

    private static int Spawn(string program, string?[] arguments, string?[] environment, SafePipeHandle output, out int id)
    {
        Span<byte> actionRecord = stackalloc byte[RecordSize], attributeRecord = stackalloc byte[RecordSize];
        ref var actions = ref MemoryMarshal.GetReference(actionRecord);
        ref var attributes = ref MemoryMarshal.GetReference(attributeRecord);
        _ = InitActions(ref actions);
        _ = InitAttributes(ref attributes);
        try
        {
            _ = AddOpen(ref actions, 0, "/dev/null", 0, 0);
            _ = AddCopy(ref actions, (int)output.DangerousGetHandle(), 1);
            _ = AddOpen(ref actions, 2, "/dev/null", 1, 0);
            _ = SetFlags(ref attributes, s_ownSession);
            return SpawnProgram(out id, program, ref actions, ref attributes, arguments, environment);
        }
        finally
        {
            _ = DestroyActions(ref actions);
            _ = DestroyAttributes(ref attributes);
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SpawnProgram(out int id, string program, ref byte actions, ref byte attributes, string?[] arguments, string?[] environment);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int InitActions(ref byte actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int DestroyActions(ref byte actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    private static partial int AddCopy(ref byte actions, int from, int to);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(ref byte actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    private static partial int InitAttributes(ref byte attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    private static partial int DestroyAttributes(ref byte attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    private static partial int SetFlags(ref byte attributes, short flags);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(ref Wanted descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int id, int signal);

    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    private static partial int Reap(int id, out int status, int options);

    private struct Wanted
    {
        public int Descriptor;
        public short Events;
        public short Happened;
    }
}
