using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Imports;

namespace ChatAuth.Storage.Diagnostics;

/// <summary>Whether writers that were killed left half of a write behind: it can hold a secret.</summary>
/// <param name="state">Our own files.</param>
/// <param name="time">Tells how old a file is.</param>
/// <param name="sources">Other programs' files that we write back to.</param>
internal sealed class TemporaryFilesCheck(StateDirectory state, TimeProvider time, IEnumerable<IWritableCredentialSource>? sources = null) : IMendingCheck
{
    /// <summary>A living writer takes far less.</summary>
    private static readonly TimeSpan LongestWrite = TimeSpan.FromMinutes(1);

    public string Name => "temporary-files";

    public async Task<IReadOnlyList<string>> MendAsync(CancellationToken cancellationToken)
    {
        var mended = new List<string>();
        foreach (var (path, remove) in Orphans())
        {
            try
            {
                if (await remove(cancellationToken).ConfigureAwait(false)) mended.Add($"{path} was removed: the writer that left it is gone.");
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ChatAuthException)
            {
                continue; // The check finds it again.
            }
        }
        return mended;
    }

    public Task<CheckResult> RunAsync(CancellationToken cancellationToken) => Task.FromResult(CheckResult.Of(
        [
            .. Orphans().Select(orphan => new Finding(
                "temporary-file-left", FindingSeverity.Warning, $"{orphan.Path} was left by a writer that did not end; it can hold a secret.", "chatauth doctor --fix")),
        ],
        "No writer left anything behind."));

    private List<(string Path, Func<CancellationToken, ValueTask<bool>> Remove)> Orphans()
    {
        var before = time.GetUtcNow() - LongestWrite;
        string[] directories = [state.Location, state.Keys, .. state.ListAgents().Select(state.CredentialsOf).SelectMany(Places)];
        var own = directories.Distinct().Where(Directory.Exists).SelectMany(TemporaryFile.FindAll)
            .Select(found => (found.Path, Remove: (Func<CancellationToken, ValueTask<bool>>)(token => RemoveAsync(found.Path, found.Target, token))));
        var borrowed = (sources ?? []).OfType<ClaudeCodeWriteBack>()
            .SelectMany(source => source.Orphans, (source, path) => (Path: path, Remove: (Func<CancellationToken, ValueTask<bool>>)(_ => source.TryRemoveAsync(path))));
        return [.. own.Concat(borrowed).Where(found => File.GetLastWriteTimeUtc(found.Path) < before.UtcDateTime)];
    }

    private async ValueTask<bool> RemoveAsync(string path, string target, CancellationToken cancellationToken)
    {
        using var held = await FileLock.TakeAsync(target, time, cancellationToken).ConfigureAwait(false);
        File.Delete(path);
        return true;
    }

    /// <summary>Beside the store, and beside what it links to.</summary>
    private static string[] Places(string store) => [Path.GetDirectoryName(store)!, Path.GetDirectoryName(AtomicFile.Resolve(store))!];
}
