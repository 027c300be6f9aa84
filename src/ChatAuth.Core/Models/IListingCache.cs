namespace ChatAuth.Core.Models;

/// <summary>Remembers which models each credential may use. It is only a cache: what cannot be read counts as never asked. Thread-safe.</summary>
public interface IListingCache
{
    /// <summary>The most lists that are kept; then the oldest are forgotten.</summary>
    const int Most = 200;

    /// <summary>All that is remembered; the same object until something else is. Never fails: what is wrong is its <see cref="CachedListings.Fault"/>.</summary>
    CachedListings Load();

    /// <summary>Remembers lists, each in the place of an older one of the same credential.</summary>
    /// <exception cref="Errors.ChatAuthException">They cannot be stored.</exception>
    Task SaveAsync(IReadOnlyList<ModelListing> fresh, CancellationToken cancellationToken);
}
