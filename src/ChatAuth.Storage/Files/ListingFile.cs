using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Storage.Files;

/// <summary>
/// The lists of models in <c>models.json</c> of the state directory, shared by its processes. What was read is kept while the file's stamp stands; every load
/// asks for it. A file that is damaged, too open or of a later version counts as absent and says so: the lists can be asked for anew.
/// </summary>
internal sealed class ListingFile(StateDirectory state, TimeProvider time) : IListingCache
{
    /// <summary>The file's name in the state directory.</summary>
    public const string Name = "models.json";

    private readonly string _path = Path.Combine(state.Location, Name);
    private Cached? _cache;

    public CachedListings Load()
    {
        try
        {
            if (PrivateFile.Find(_path, allowGroupReadable: false) is not { } status) return CachedListings.None;
            if (_cache is { } cached && cached.Stamp == status.Stamp) return cached.Listings;
            if (PrivateFile.Read(_path, allowGroupReadable: false) is not { } content) return CachedListings.None;
            var listings = Read(content.Bytes);
            if (content.Stamp.IsSettled(time.GetUtcNow())) _cache = new Cached(content.Stamp, listings);
            return listings;
        }
        catch (ChatAuthException unreadable)
        {
            return Faulty(unreadable.Code.Message);
        }
    }

    public async Task SaveAsync(IReadOnlyList<ModelListing> fresh, CancellationToken cancellationToken)
    {
        if (fresh.Count == 0) return;
        await state.EditOwnedAsync(Name, stored => Edit(stored, fresh), time, cancellationToken).ConfigureAwait(false);
    }

    private byte[] Edit(byte[]? stored, IReadOnlyList<ModelListing> fresh)
    {
        var isNewer = false;
        var known = stored is null ? null : ListingJson.TryParse(stored, out isNewer);
        if (isNewer) throw new ChatAuthException(ErrorCode.StoreNewer, _path);
        return ListingJson.ToBytes(new CachedListings(known ?? []).With(fresh, IListingCache.Most));
    }

    private CachedListings Read(ReadOnlyMemory<byte> bytes) =>
        ListingJson.TryParse(bytes, out var isNewer) is { } listings ? new CachedListings(listings)
        : Faulty(isNewer ? "A newer version of ChatAuth wrote it." : "It is damaged.");

    private CachedListings Faulty(string why) => new([], $"{_path}: {why}");

    private sealed record Cached(FileStamp Stamp, CachedListings Listings);
}
