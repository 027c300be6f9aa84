using ChatAuth.Core.Access;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Models;

/// <summary>
/// The catalog for some profiles: the configuration's, with what their vendors offer to them and to nobody else. It is made once for each set of lists. Thread-safe.
/// </summary>
/// <param name="settings">The configuration.</param>
/// <param name="cache">The lists.</param>
public sealed class CatalogSource(ChatAuthSettings settings, IListingCache cache)
{
    /// <summary>As many sets of people with rights of their own are seldom awake at once.</summary>
    private const int MostMade = 64;

    private volatile IReadOnlyList<Made> _made = [];

    /// <summary>The catalog for the profiles of a roster.</summary>
    /// <param name="roster">The roster.</param>
    /// <param name="asker">Only those that this one may use; null for all.</param>
    public ModelCatalog For(ProfileRoster roster, Asker? asker)
    {
        if (cache.Load() is not { All.Count: > 0 } cached) return settings.Catalog;
        var listings = new List<(ProviderId Provider, ModelListing Listing)>();
        foreach (var (profile, _) in roster.All)
        {
            if (asker is not null && !profile.Audience.Admits(asker)) continue;
            if (cached.Find(profile) is { } listing) listings.Add((profile.Provider, listing));
        }
        if (listings.Count == 0) return settings.Catalog;
        foreach (var made in _made)
        {
            if (made.IsOf(listings)) return made.Catalog;
        }
        var fresh = new Made(listings, new ModelCatalog(settings.Catalog, listings));
        // Two that make one at once lose nothing but that one.
        _made = [fresh, .. _made.Take(MostMade - 1)];
        return fresh.Catalog;
    }

    private sealed record Made(IReadOnlyList<(ProviderId Provider, ModelListing Listing)> Listings, ModelCatalog Catalog)
    {
        public bool IsOf(IReadOnlyList<(ProviderId Provider, ModelListing Listing)> listings)
        {
            if (listings.Count != Listings.Count) return false;
            for (var i = 0; i < listings.Count; i++)
            {
                if (!ReferenceEquals(listings[i].Listing, Listings[i].Listing)) return false;
            }
            return true;
        }
    }
}
