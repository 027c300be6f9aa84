using ChatAuth.Core.Buttons;
using ChatAuth.Core.Errors;

namespace ChatAuth.Storage.Files;

/// <summary>
/// The button keys of this installation in <c>keys/buttons.key</c>, shared by its processes. What was read is kept while the file's stamp stands; every
/// load asks for it. A damaged file is replaced by a new key, which costs fresh menus; to stop would cost the buttons.
/// </summary>
internal sealed class ButtonKeyFile(StateDirectory state, TimeProvider time) : IButtonKeys
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private readonly string _path = Path.Combine(state.Keys, "buttons.key");
    private Cached? _cache;

    public ButtonKeys Load()
    {
        state.Verify(state.Keys);
        var now = time.GetUtcNow();
        return Find(now) is { } found && IsFresh(found.Stored, now) ? found.Keys : Replace();
    }

    private Cached? Find(DateTimeOffset now)
    {
        if (PrivateFile.Find(_path, allowGroupReadable: false) is not { } status) return null;
        if (_cache is { } cached && cached.Stamp == status.Stamp) return cached;
        if (PrivateFile.Read(_path, allowGroupReadable: false) is not { } content || StoredButtonKeys.TryParse(content.Bytes.Span) is not { } stored) return null;
        var read = new Cached(content.Stamp, stored, stored.Derive());
        if (content.Stamp.IsSettled(now)) _cache = read;
        return read;
    }

    /// <summary>Makes the first key or the next one, unless another process was quicker.</summary>
    private ButtonKeys Replace()
    {
        state.Create(state.Keys);
        var target = AtomicFile.Resolve(_path);
        // The wait blocks: it comes once in 90 days, and nothing that a callback could resume on is held.
        using var held = FileLock.TakeAsync(target, time, CancellationToken.None).GetAwaiter().GetResult();
        AtomicFile.RemoveOrphans(target);
        var now = time.GetUtcNow();
        var found = Find(now);
        if (found is not null && IsFresh(found.Stored, now)) return found.Keys;
        AtomicFile.Replace(target, StoredButtonKeys.After(found?.Stored, now).ToBytes(), allowGroupReadable: false);
        return Find(now)?.Keys ?? throw new ChatAuthException(ErrorCode.StoreUnreadable, _path);
    }

    /// <summary>A key of the future was made before the clock was set back, and serves on.</summary>
    private static bool IsFresh(StoredButtonKeys stored, DateTimeOffset now) => now - stored.Created < Lifetime;

    private sealed record Cached(FileStamp Stamp, StoredButtonKeys Stored, ButtonKeys Keys);
}
