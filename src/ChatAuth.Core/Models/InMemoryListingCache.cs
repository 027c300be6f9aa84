namespace ChatAuth.Core.Models;

/// <summary>Lists of models kept by this process and lost with it: for tests and small bots.</summary>
internal sealed class InMemoryListingCache : IListingCache
{
    private readonly Lock _gate = new();
    private volatile CachedListings _listings = CachedListings.None;

    public CachedListings Load() => _listings;

    public Task SaveAsync(IReadOnlyList<ModelListing> fresh, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (fresh.Count > 0) _listings = new CachedListings(_listings.With(fresh, IListingCache.Most));
        }
        return Task.CompletedTask;
    }
}
