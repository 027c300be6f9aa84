using System.Runtime.Versioning;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Diagnostics;

/// <summary>Takes permissions away from a file or directory that is ours: through no link, on the opened thing itself, and nothing below it.</summary>
internal static class Permissions
{
    /// <summary>Leaves at most these permissions.</summary>
    /// <param name="state">The state directory that it is in, or is.</param>
    /// <param name="path">The file or directory.</param>
    /// <param name="permitted">What may stay.</param>
    /// <returns>Whether anything was taken away; false where it is another user's, a link, or of an odd kind.</returns>
    [UnsupportedOSPlatform("windows")]
    public static bool TryRestrict(StateDirectory state, string path, UnixFileMode permitted)
    {
        if (IsBehindLink(state, path)) return false;
        try
        {
            using var handle = Posix.OpenItself(path);
            if (handle is null) return false;
            var status = Posix.Stat(handle, path);
            var mode = (UnixFileMode)(status.Mode & 0xFFF);
            if (!status.IsOurs || !(status.IsRegular || status.IsDirectory) || (mode & ~permitted) == 0) return false;
            File.SetUnixFileMode(handle, mode & permitted);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false; // The check finds what could not be mended.
        }
    }

    /// <summary>The state directory itself may be reached by links; inside of it none is ours.</summary>
    private static bool IsBehindLink(StateDirectory state, string path)
    {
        for (var above = Path.GetDirectoryName(path); above?.Length > state.Location.Length; above = Path.GetDirectoryName(above))
        {
            if (new DirectoryInfo(above).LinkTarget is not null) return true;
        }
        return false;
    }
}
