using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Models;

/// <summary>What vendors let a set of credentials use, beside and against what the configuration lists; immutable.</summary>
internal sealed class ModelOffers
{
    /// <summary>Vendors change what they offer; an older list is no ground for charging somebody else.</summary>
    private static readonly TimeSpan LongestBelieved = TimeSpan.FromDays(7);

    private readonly IReadOnlyDictionary<string, List<Offer>> _byProvider;
    private readonly Dictionary<string, CatalogModel[]>.AlternateLookup<ReadOnlySpan<char>> _byBareId;

    /// <param name="listings">The lists of those credentials.</param>
    /// <param name="configured">The catalog without them.</param>
    public ModelOffers(IReadOnlyList<(ProviderId Provider, ModelListing Listing)> listings, ModelCatalog configured)
    {
        _byProvider = listings.GroupBy(entry => entry.Provider.Name).ToDictionary(
            same => same.Key, same => same.Select(entry => new Offer(entry.Listing, entry.Listing.Models.Select(model => model.Id).ToHashSet())).ToList());
        var seen = new HashSet<string>();
        // In the catalog's order of providers, so that numbers do not depend on the order of accounts. A provider that it does not know stays unknown.
        Beside =
        [
            .. configured.Providers.SelectMany(provider => listings.Where(entry => entry.Provider == provider), (provider, entry) => (provider, entry.Listing))
                .SelectMany(entry => entry.Listing.Models, (entry, offered) => new CatalogModel(new ModelRef(entry.provider, offered.Id), [], offered.Label))
                .Where(model => configured.Find(model.Ref) is null && configured.Allows(model.Ref) && seen.Add(model.Ref.ToString())),
        ];
        Counts = [.. Beside.GroupBy(model => model.Ref.Provider.Name).Select(same => (same.First().Ref.Provider, same.Count()))];
        _byBareId = Beside
            .GroupBy(model => model.Ref.Model, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(sameId => sameId.Key, sameId => sameId.ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The models that the configuration does not list and the allowlist allows, by provider.</summary>
    public IReadOnlyList<CatalogModel> Beside { get; }

    /// <summary>The providers of those, with how many each has.</summary>
    public IReadOnlyList<(ProviderId Provider, int Count)> Counts { get; }

    /// <summary>Those of that bare id, in any case; null for none.</summary>
    public CatalogModel[]? FindBare(ReadOnlySpan<char> id) => _byBareId.TryGetValue(id, out var sameId) ? sameId : null;

    /// <summary>The one of that name, or null.</summary>
    public CatalogModel? Find(ModelRef model) => FindBare(model.Model) is { } sameId ? Array.Find(sameId, offered => offered.Ref == model) : null;

    /// <summary>The profiles whose vendor gave a complete list that does not have the model.</summary>
    public IReadOnlyList<ProfileId> Without(ModelRef model) => [.. Lacking(model).Select(listing => listing.Key.Profile)];

    /// <summary>Those of them whose list is of late.</summary>
    public IReadOnlyList<ProfileId> WithoutOfLate(ModelRef model, DateTimeOffset now) =>
        [.. Lacking(model).Where(listing => (now - listing.At).Duration() <= LongestBelieved).Select(listing => listing.Key.Profile)];

    /// <summary>Whether some list has the model.</summary>
    public bool Has(ModelRef model) => _byProvider.TryGetValue(model.Provider.Name, out var offers) && offers.Exists(offer => offer.Models.Contains(model.Model));

    private IEnumerable<ModelListing> Lacking(ModelRef model) => _byProvider.TryGetValue(model.Provider.Name, out var offers)
        ? offers.Where(offer => offer.Listing.IsComplete && !offer.Models.Contains(model.Model)).Select(offer => offer.Listing)
        : [];

    private sealed record Offer(ModelListing Listing, IReadOnlySet<string> Models);
}
