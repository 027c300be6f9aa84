using ChatAuth.Core.Diagnostics;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Diagnostics;

/// <summary>Whether everything in the state directory is a file or directory of ours that nobody else can read, or write.</summary>
/// <param name="state">The state directory.</param>
/// <param name="options">How strict the credential store is.</param>
internal sealed class FileModesCheck(StateDirectory state, FileStoreOptions options) : IMendingCheck
{
    public string Name => "file-modes";

    /// <summary>It opens the database, so it has to come before SQLite does: closing any handle of a file ends all locks of the process on it.</summary>
    public Task<IReadOnlyList<string>> MendAsync(CancellationToken cancellationToken)
    {
        var mended = new List<string>();
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in OwnedPath.In(state, options.AllowGroupReadable))
            {
                if (Permissions.TryRestrict(state, file.Path, file.Permitted)) mended.Add($"{file.Path}: permissions of others were taken away.");
            }
        }
        return Task.FromResult<IReadOnlyList<string>>(mended);
    }

    public Task<CheckResult> RunAsync(CancellationToken cancellationToken) => Task.FromResult(Judge());

    private CheckResult Judge()
    {
        if (OperatingSystem.IsWindows()) return new CheckResult.Skipped("Windows has no modes; the profile's access lists keep others out.");
        var files = OwnedPath.In(state, options.AllowGroupReadable);
        if (files.Count == 0) return new CheckResult.Skipped("Nothing is in the state directory yet.");
        return CheckResult.Of([.. files.Select(Judge).OfType<Finding>()], $"{files.Count} files and directories are ours alone.");
    }

    private static Finding? Judge(OwnedPath file)
    {
        var path = ShellText.Of(file.Path);
        try
        {
            return file.Find() switch
            {
                null => null,
                { } odd when !(file.IsDirectory ? odd.IsDirectory : odd.IsRegular) =>
                    new("file-odd", FindingSeverity.Error, $"{file.Path} is no {(file.IsDirectory ? "directory" : "regular file")}.", $"mv {path} {ShellText.Of(file.Path + ".moved")}"),
                { IsOurs: false } other when !(file.MayBeRoots && other.IsRoots) =>
                    new("file-foreign", FindingSeverity.Error, $"{file.Path} belongs to another user.", $"sudo chown \"$(id -un)\" {path}"),
                { } open when open.Allows((UnixFileMode)0x1FF & ~file.Permitted) => TooOpen(file, open, path),
                _ => null,
            };
        }
        catch (IOException)
        {
            return new("file-hidden", FindingSeverity.Error, $"The system does not say what {file.Path} is.", $"ls -l {path}");
        }
    }

    private static Finding TooOpen(OwnedPath file, FileStatus status, string path) => IsReadAllTheSame(file, status)
        ? new("file-too-open", FindingSeverity.Warning, $"Only its directory keeps others from reading {file.Path}.", $"chmod 600 {path}")
        : file.Permitted.HasFlag(UnixFileMode.OtherRead)
        ? new("file-too-open", FindingSeverity.Error, $"Others can write {file.Path}.", $"chmod go-w {path}")
        : new("file-too-open", FindingSeverity.Error, $"Others than its owner can read or write {file.Path}.", $"chmod 600 {path}");

    /// <summary>A shell makes it so, with its usual umask.</summary>
    private static bool IsReadAllTheSame(OwnedPath file, FileStatus status) =>
        Path.GetFileName(file.Path) == ".env" && !status.Allows(PrivateFile.OthersWrite) && PrivateFile.IsSheltered(file.Path);
}
