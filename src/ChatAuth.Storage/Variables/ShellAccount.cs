using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Variables;

/// <summary>What the user database says about the user of this process. The environment could say anything.</summary>
/// <param name="Name">The login name.</param>
/// <param name="Home">The home directory.</param>
/// <param name="Shell">The full path of the login shell.</param>
internal sealed partial record ShellAccount(string Name, string Home, string Shell)
{
    private const int MaxText = 64 * 1024;

    /// <summary>The entry; null when there is none, or none with a full path. There is none on Windows.</summary>
    public static ShellAccount? Find() => OperatingSystem.IsWindows() ? null : FindOnUnix();

    [UnsupportedOSPlatform("windows")]
    private static ShellAccount? FindOnUnix()
    {
        // The record and its texts: the fields that are used stand behind one another alike, but for two that only Apple has.
        var record = new nint[16];
        var text = new byte[MaxText];
        var pinned = GCHandle.Alloc(text, GCHandleType.Pinned);
        try
        {
            if (FindUser(Posix.User, ref record[0], ref text[0], MaxText, out var found) != 0 || found == 0) return null;
            var gecos = OperatingSystem.IsMacOS() ? 5 : 3;
            var account = new ShellAccount(Text(record[0]), Text(record[gecos + 1]), Text(record[gecos + 2]) is { Length: > 0 } shell ? shell : "/bin/sh");
            return account.Shell[0] == '/' ? account : null;
        }
        finally
        {
            pinned.Free();
        }
    }

    private static string Text(nint pointer) => Marshal.PtrToStringUTF8(pointer) ?? "";

    [LibraryImport("libc", EntryPoint = "getpwuid_r")]
    private static partial int FindUser(uint user, ref nint record, ref byte text, nint length, out nint found);
}
