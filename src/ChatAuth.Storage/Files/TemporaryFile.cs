using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace ChatAuth.Storage.Files;

/// <summary>
/// A durable new file beside the one that it is meant for, under a name that nobody can foresee; gone when disposed, unless it was renamed.
/// </summary>
internal sealed class TemporaryFile : IDisposable
{
    private const string Suffix = ".chatauth-new";
    private const int RandomLength = 16;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private TemporaryFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>Writes the content and waits until the disk has it.</summary>
    /// <param name="target">The file that it is meant for.</param>
    /// <param name="content">The content.</param>
    /// <param name="replaced">The file that it will replace, whose stricter mode it takes over; null when there is none.</param>
    /// <param name="allowGroupReadable">It may take over the group's permission to read as well.</param>
    public static TemporaryFile Create(string target, ReadOnlySpan<byte> content, FileStatus? replaced, bool allowGroupReadable)
    {
        var (directory, prefix) = PlaceFor(target);
        var name = prefix + RandomNumberGenerator.GetHexString(RandomLength, lowercase: true) + Suffix;
        var file = new TemporaryFile(System.IO.Path.Combine(directory, name));
        using var stream = OpenNew(file.Path);
        try
        {
            if (replaced is { } status && !OperatingSystem.IsWindows()) Resemble(stream, status, allowGroupReadable);
            stream.Write(content);
            stream.Flush(flushToDisk: true);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => File.Delete(Path);

    /// <summary>Removes what a writer that was killed left behind. Only who excludes all other writers may.</summary>
    /// <param name="target">The file that they were meant for.</param>
    public static void RemoveOrphans(string target)
    {
        var (directory, prefix) = PlaceFor(target);
        var anyName = prefix + new string('?', RandomLength) + Suffix; // no more than its own: the lock's name begins with the target's
        foreach (var orphan in Directory.EnumerateFiles(directory, anyName)) File.Delete(orphan);
    }

    /// <summary>Every temporary file in a directory, with the file that it was meant for; a lock's counts as its file's.</summary>
    public static IEnumerable<(string Path, string Target)> FindAll(string directory) => Directory.EnumerateFiles(directory, $".*{Suffix}")
        .Select(path => (path, Name: System.IO.Path.GetFileName(path)[1..^Suffix.Length]))
        .Where(found => found.Name.Length > RandomLength + 1 && found.Name[^(RandomLength + 1)] == '.' && found.Name[^RandomLength..].All(char.IsAsciiHexDigitLower))
        .Select(found => (found.path, System.IO.Path.Combine(directory, FileLock.TargetOf(found.Name[..^(RandomLength + 1)]))));

    private static (string Directory, string Prefix) PlaceFor(string target) =>
        (System.IO.Path.GetDirectoryName(target)!, $".{System.IO.Path.GetFileName(target)}.");

    /// <summary>A new file is never an existing link: on Unix this is <c>O_CREAT|O_EXCL</c>, which follows none.</summary>
    private static FileStream OpenNew(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Delete, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }

    [UnsupportedOSPlatform("windows")]
    private static void Resemble(FileStream stream, FileStatus replaced, bool allowGroupReadable)
    {
        var groupReads = allowGroupReadable && replaced.Allows(UnixFileMode.GroupRead);
        if (groupReads) Posix.ChangeGroup(stream.SafeFileHandle, replaced.Group, stream.Name);
        var kept = (UnixFileMode)replaced.Mode & OwnerOnly;
        File.SetUnixFileMode(stream.SafeFileHandle, groupReads ? kept | UnixFileMode.GroupRead : kept);
    }
}
