using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Models;

/// <summary>All lists of models that are remembered, as they were at one moment; immutable. One object is one content.</summary>
public sealed class CachedListings
{
    private readonly IReadOnlyDictionary<string, List<ModelListing>> _byPayer;

    /// <summary>Takes over the lists.</summary>
    /// <param name="all">The lists, newest first.</param>
    /// <param name="fault">Why what is stored counts as nothing, without anything that stands in it; null when nothing is wrong.</param>
    public CachedListings(IReadOnlyList<ModelListing> all, string? fault = null)
    {
        (All, Fault) = (all, fault);
        _byPayer = all.GroupBy(listing => listing.Key.Payer.Text).ToDictionary(same => same.Key, same => same.ToList());
    }

    /// <summary>Nothing is remembered.</summary>
    public static CachedListings None { get; } = new([]);

    /// <summary>The lists, newest first.</summary>
    public IReadOnlyList<ModelListing> All { get; }

    /// <summary>Why what is stored counts as nothing; null when nothing is wrong.</summary>
    public string? Fault { get; }

    /// <summary>The list of a profile as it is now; null when its vendor was never asked.</summary>
    public ModelListing? Find(AuthProfile profile) =>
        _byPayer.TryGetValue(profile.Payer.Text, out var same) ? same.Find(listing => listing.Key.IsOf(profile)) : null;

    /// <summary>What is remembered after these came: they take the place of older ones of the same credential, and the oldest are forgotten where there are too many.</summary>
    /// <param name="fresh">Lists that came now.</param>
    /// <param name="most">How many are kept.</param>
    public IReadOnlyList<ModelListing> With(IReadOnlyList<ModelListing> fresh, int most) =>
        [.. fresh.Concat(All.Where(old => fresh.All(one => one.Key != old.Key))).OrderByDescending(listing => listing.At).Take(most)];
}
