using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Diagnostics;

/// <summary>Proves that files can be made where a path is to be; nothing is left behind.</summary>
internal static class WritableDirectory
{
    /// <summary>Writes a file in the nearest directory above the path that is there, and removes it.</summary>
    /// <returns>That directory.</returns>
    /// <exception cref="ChatAuthException"><c>store-unwritable</c>.</exception>
    public static string Prove(string path)
    {
        var directory = Path.GetDirectoryName(path) ?? path;
        while (!Directory.Exists(directory) && Path.GetDirectoryName(directory) is { } above) directory = above;
        try
        {
            TemporaryFile.Create(Path.Combine(directory, Path.GetFileName(path)), "proof"u8, replaced: null, allowGroupReadable: false).Dispose();
            return directory;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new ChatAuthException(ErrorCode.StoreUnwritable, directory, refused);
        }
    }
}
