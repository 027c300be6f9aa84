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
        state.Verify(Path.GetDirectoryName(path));
        state.Create(Path.GetDirectoryName(path)!);
        var target = AtomicFile.Resolve(path);
        using var held = await FileLock.TakeAsync(target, time, cancellationToken).ConfigureAwait(false);
        AtomicFile.RemoveOrphans(target);
        using var document = StoreDocument.Parse(PrivateFile.Read(target, options.AllowGroupReadable)?.Bytes ?? NewStore, path);
        if (document.IsNewer) throw new ChatAuthException(ErrorCode.StoreNewer, path);
        var edited = document.Bytes;
        foreach (var edit in decide(CredentialReader.Read(document.Root, path)))
        {
            if (edit is not CredentialEdit.SetOrder order) throw new NotSupportedException();
            edited = OrderEdit.Apply(document, order.Provider, order.Profiles ?? []);
        }
        if (!edited.Span.SequenceEqual(document.Bytes.Span))
        {
            AtomicFile.Replace(target, edited.Span, options.AllowGroupReadable);
            _cache.TryRemove(path, out _);
        }
        return Load(agent);
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
