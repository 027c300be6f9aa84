using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Diagnostics;

/// <summary>Whether the state directory is ours alone, on a disk of this machine, and can be written.</summary>
/// <param name="state">The directory.</param>
/// <param name="fileSystemOf">The magic number of a directory's file system.</param>
internal sealed class StateDirectoryCheck(StateDirectory state, Func<string, long> fileSystemOf) : IMendingCheck
{
    private const UnixFileMode OwnerOnly = OwnedPath.Owner | UnixFileMode.UserExecute;

    public string Name => "state-directory";

    public Task<IReadOnlyList<string>> MendAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(
        !OperatingSystem.IsWindows() && Permissions.TryRestrict(state, state.Location, OwnerOnly) ? [$"{state.Location} is its owner's alone now."] : []);

    public Task<CheckResult> RunAsync(CancellationToken cancellationToken) => Task.FromResult(Judge());

    private CheckResult Judge()
    {
        try
        {
            var existing = FileStatus.Find(state.Location);
            if (existing is { } status && Objection(status) is { } finding) return new CheckResult.Found([finding]);
            var proven = WritableDirectory.Prove(Path.Combine(state.Location, "proof"));
            if (Sqlite.FileSystemKind.IsShared(fileSystemOf(proven)))
            {
                return Found("state-directory-on-network", $"{state.Location} is on a network or shared folder: locks and the session database cannot be trusted there.", "Set CHATAUTH_STATE_DIR to a directory on a local disk.");
            }
            return new CheckResult.Passed(existing is null ? $"{state.Location} is not there yet, and can be made." : $"{state.Location} is ours alone, and can be written.");
        }
        catch (Exception refused) when (refused is IOException or ChatAuthException)
        {
            return Found("state-directory-unwritable", $"Nothing can be written in {state.Location}.", $"mkdir -m 700 -p {ShellText.Of(state.Location)} && chmod u+rwx {ShellText.Of(state.Location)}");
        }
    }

    private Finding? Objection(FileStatus status)
    {
        var path = ShellText.Of(state.Location);
        return status switch
        {
            { IsDirectory: false } => new("state-directory-odd", FindingSeverity.Error, $"{state.Location} is no directory.", $"mv {path} {ShellText.Of(state.Location + ".moved")}"),
            { IsOurs: false } => new("state-directory-foreign", FindingSeverity.Error, $"{state.Location} belongs to another user.", $"Run this program as its owner, or: sudo chown -R \"$(id -un)\" {path}"),
            _ when status.Allows(UnixFileMode.GroupWrite | UnixFileMode.OtherWrite) =>
                new("state-directory-too-open", FindingSeverity.Error, $"Others can write in {state.Location}.", $"chmod 700 {path}"),
            _ when !OperatingSystem.IsWindows() && status.Allows((UnixFileMode)0xFFF & ~OwnerOnly) =>
                new("state-directory-too-open", FindingSeverity.Warning, $"Others can look into {state.Location}.", $"chmod 700 {path}"),
            _ => null,
        };
    }

    private static CheckResult.Found Found(string code, string message, string remedy) => new([new Finding(code, FindingSeverity.Error, message, remedy)]);
}
