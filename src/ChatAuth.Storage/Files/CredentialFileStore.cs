using System.Collections.Concurrent;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;

namespace ChatAuth.Storage.Files;

/// <summary>
/// Credentials in <c>auth-profiles.json</c>, one file an agent, in the original's format. What was read is kept while device, inode, change time and
/// size of the file stand; every load asks for them.
/// </summary>
internal sealed class CredentialFileStore(StateDirectory state, FileStoreOptions options, TimeProvider time) : ICredentialStore
{
    private static readonly ReadOnlyMemory<byte> NewStore = """{"version":1,"profiles":{}}"""u8.ToArray();

    private readonly ConcurrentDictionary<string, Cached> _cache = new();

    public ValueTask<CredentialSet> LoadAsync(AgentId agent, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var own = Load(agent);
        return ValueTask.FromResult(agent.IsMain ? own : Inheritance.Combine(own, Load(AgentId.Main)));
    }

    public async Task<CredentialSet> EditAsync(AgentId agent, Func<CredentialSet, IReadOnlyList<CredentialEdit>> decide, CancellationToken cancellationToken)
    {
        var path = state.CredentialsOf(agent);
        var directory = Path.GetDirectoryName(path)!;
        state.Verify(directory);
        byte[]? first = null;
        if (!Directory.Exists(directory))
        {
            first = Edit(NewStore, path, decide);
            if (first is null) return CredentialSet.Empty(path); // The lock needs the directory, and a decision for nothing makes none.
        }
        state.Create(directory);
        var target = AtomicFile.Resolve(path);
        using var held = await FileLock.TakeAsync(target, time, cancellationToken).ConfigureAwait(false);
        AtomicFile.RemoveOrphans(target);
        var bytes = PrivateFile.Read(target, options.AllowGroupReadable)?.Bytes;
        var edited = bytes is null && first is not null ? first : Edit(bytes ?? NewStore, path, decide);
        if (edited is not null)
        {
            AtomicFile.Replace(target, edited, options.AllowGroupReadable);
            _cache.TryRemove(path, out _);
        }
        return Load(agent);
    }

    /// <summary>The bytes after what is decided; null where that changes nothing.</summary>
    private static byte[]? Edit(ReadOnlyMemory<byte> bytes, string path, Func<CredentialSet, IReadOnlyList<CredentialEdit>> decide)
    {
        using var document = StoreDocument.Parse(bytes, path);
        var edits = decide(CredentialReader.Read(document.Root, path));
        if (edits.Count == 0) return null;
        if (document.IsNewer) throw new ChatAuthException(ErrorCode.StoreNewer, path);
        var edited = JsonLayout.Format(edits.Aggregate(SpelledObject.Parse(document.Bytes), StoreEdit.Apply).ToJson());
        return edited.Span.SequenceEqual(JsonLayout.Format(document.Bytes).Span) ? null : edited.ToArray();
    }

    private CredentialSet Load(AgentId agent)
    {
        var path = state.CredentialsOf(agent);
        state.Verify(Path.GetDirectoryName(path));
        if (PrivateFile.Find(path, options.AllowGroupReadable) is not { } status) return CredentialSet.Empty(path);
        if (_cache.TryGetValue(path, out var cached) && cached.Stamp == status.Stamp) return cached.Set;
        var taken = time.GetUtcNow();
        if (PrivateFile.Read(path, options.AllowGroupReadable) is not { } content) return CredentialSet.Empty(path);
        using var document = StoreDocument.Parse(content.Bytes, path);
        var set = CredentialReader.Read(document.Root, path);
        if (content.Stamp.IsSettled(taken)) _cache[path] = new Cached(content.Stamp, set);
        return set;
    }

    private sealed record Cached(FileStamp Stamp, CredentialSet Set);
}
