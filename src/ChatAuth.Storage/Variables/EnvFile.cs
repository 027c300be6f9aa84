using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Diagnostics;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Variables;

/// <summary><c>&lt;state&gt;/.env</c>, as private as the credential store, or in a directory that is. What was read is kept while the file stands; every reading asks for that.</summary>
internal sealed class EnvFile(StateDirectory state, FileStoreOptions options, TimeProvider time)
{
    /// <summary>In bytes; far above what keys need.</summary>
    private const int MaxLength = 64 * 1024;

    private volatile Kept? _kept;

    /// <summary>What it holds; nothing when there is no file, a fault when it must not or cannot be read.</summary>
    public FoundVariables Read()
    {
        try
        {
            state.Verify();
            return Load(Path.Combine(state.Location, ".env"));
        }
        catch (ChatAuthException unfit)
        {
            var fault = $"{unfit.Detail}. {unfit.Code.Remedy}";
            if (_kept is not { Stamp: null } kept || kept.Found.Faults[0] != fault) _kept = kept = new Kept(null, FoundVariables.Unread(fault));
            return kept.Found;
        }
    }

    /// <summary>What a shell makes with its usual umask is read as well, where the directory keeps others away from it.</summary>
    private FoundVariables Load(string path)
    {
        var isSheltered = PrivateFile.IsSheltered(path);
        if ((isSheltered ? PrivateFile.FindSheltered(path) : PrivateFile.Find(path, options.AllowGroupReadable)) is not { } status) return FoundVariables.Empty;
        if (_kept is { } kept && kept.Stamp == status.Stamp) return kept.Found;
        var taken = time.GetUtcNow();
        if ((isSheltered ? PrivateFile.ReadSheltered(path) : PrivateFile.Read(path, options.AllowGroupReadable)) is not { } content) return FoundVariables.Empty;
        var found = content.Bytes.Length > MaxLength
            ? FoundVariables.Unread($"{path}: it is larger than {MaxLength / 1024} KiB. Leave only the keys in it.")
            : EnvText.Read(content.Bytes.Span) with { Warnings = WarningsOf(status, path) };
        if (content.Stamp.IsSettled(taken)) _kept = new Kept(content.Stamp, found);
        return found;
    }

    private IReadOnlyList<string> WarningsOf(FileStatus status, string path) =>
        status.Allows(UnixFileMode.OtherRead) || (status.Allows(UnixFileMode.GroupRead) && !options.AllowGroupReadable)
            ? [$"{path} is used, and only its directory keeps others from reading it. Run: chmod 600 {ShellText.Of(path)}"]
            : [];

    /// <param name="Stamp">Which content; null when it could not be read.</param>
    /// <param name="Found">What it held.</param>
    private sealed record Kept(FileStamp? Stamp, FoundVariables Found);
}
