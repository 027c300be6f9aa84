using System.Runtime.InteropServices;
using ChatAuth.Core.Errors;

namespace ChatAuth.Storage.Files;

/// <summary>
/// Writes a file so that after any crash it holds all old bytes or all new ones: a durable temporary file beside it takes its place, and then the
/// directory is made durable.
/// </summary>
internal static class AtomicFile
{
    /// <summary>The file that a path means after all links; the path itself where nothing is.</summary>
    /// <exception cref="ChatAuthException"><c>store-unwritable</c>: the links lead in a circle.</exception>
    public static string Resolve(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return path;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, failure);
        }
    }

    /// <summary>Replaces a file's content, or creates the file; the group and the stricter mode of a file that was there are kept.</summary>
    /// <param name="target">The file itself, as <see cref="Resolve"/> returns it: a link would be replaced.</param>
    /// <param name="content">The new content.</param>
    /// <param name="allowGroupReadable">A file that its group can read stays so.</param>
    /// <exception cref="ChatAuthException"><c>store-unwritable</c>.</exception>
    public static void Replace(string target, ReadOnlySpan<byte> content, bool allowGroupReadable)
    {
        try
        {
            var replaced = FindOurs(target);
            using var file = TemporaryFile.Create(target, content, replaced, allowGroupReadable);
            if (OperatingSystem.IsWindows()) File.Move(file.Path, target, overwrite: true);
            else Posix.Rename(file.Path, target);
            MakeDirectoryDurable(target);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(target, failure);
        }
    }

    /// <summary>Removes the temporary files that killed writers of a target left behind: they hold secrets. The caller holds the target's lock.</summary>
    /// <exception cref="ChatAuthException"><c>store-unwritable</c>.</exception>
    public static void RemoveOrphans(string target)
    {
        try
        {
            TemporaryFile.RemoveOrphans(target);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(target, failure);
        }
    }

    /// <summary>Creates a file; false when it exists: somebody else was faster, and theirs is whole.</summary>
    /// <exception cref="ChatAuthException"><c>store-unwritable</c>.</exception>
    public static bool TryCreate(string target, ReadOnlySpan<byte> content)
    {
        try
        {
            if (FindOurs(target) is not null) return false;
            using var file = TemporaryFile.Create(target, content, replaced: null, allowGroupReadable: false);
            if (OperatingSystem.IsWindows()) File.Move(file.Path, target);
            else if (!Posix.TryLink(file.Path, target)) return false;
            MakeDirectoryDurable(target);
            return true;
        }
        catch (IOException) when (OperatingSystem.IsWindows() && File.Exists(target))
        {
            return false;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(target, failure);
        }
    }

    /// <summary>The file that is there, which must be ours as its directory must: a rename would give another user's file to us.</summary>
    private static FileStatus? FindOurs(string target)
    {
        var directory = FileStatus.Find(Path.GetDirectoryName(target)!) ?? throw new DirectoryNotFoundException(target);
        if (directory.DirectoryObjection() is { } objection) throw Unwritable(target, $"of the directory: {objection}");
        var status = FileStatus.Find(target);
        return status is null or { IsRegular: true, IsOurs: true }
            ? status
            : throw Unwritable(target, "it is not a regular file of this user");
    }

    private static void MakeDirectoryDurable(string target)
    {
        if (OperatingSystem.IsWindows()) return;
        using var directory = Posix.Open(Path.GetDirectoryName(target)!) ?? throw new DirectoryNotFoundException(target);
        RandomAccess.FlushToDisk(directory);
    }

    private static ChatAuthException Unwritable(string target, Exception failure) => Unwritable(target, ReasonOf(failure), failure);

    private static ChatAuthException Unwritable(string target, string reason, Exception? failure = null) =>
        new(ErrorCode.StoreUnwritable, $"{target}: {reason}", failure);

    /// <summary>Never the exception's own text, which may hold anything: the result is printed.</summary>
    private static string ReasonOf(Exception failure) => failure switch
    {
        UnauthorizedAccessException => "access is denied",
        DirectoryNotFoundException => "its directory is not there",
        { HResult: > 0 and var number } => $"{Marshal.GetPInvokeErrorMessage(number)} (error {number})", // On Unix, errno.
        _ => $"error {failure.HResult & 0xFFFF}",
    };
}
