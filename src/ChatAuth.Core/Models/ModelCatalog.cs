using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Models;

/// <summary>The models that the configuration lists, their aliases, the default and its fallbacks, the allowlist, and what vendors offer besides; immutable.</summary>
/// <remarks>Tables are keyed by text: a table over one of our value types is compiled anew at each start of the command line.</remarks>
public sealed class ModelCatalog
{
    private readonly Dictionary<string, CatalogModel>.AlternateLookup<ReadOnlySpan<char>> _aliases;
    private readonly Dictionary<string, CatalogModel[]>.AlternateLookup<ReadOnlySpan<char>> _byBareId;
    private readonly IReadOnlySet<string>? _allowed;
    private readonly Lazy<List<ProviderId>> _providers;
    private readonly IReadOnlyList<ProviderEndpoint> _endpoints;
    private readonly ModelOffers? _offers;

    /// <summary>Builds the catalog; the configuration's validation has refused duplicates before.</summary>
    /// <param name="models">Every listed model, in the order in which pickers show them.</param>
    /// <param name="defaultModel">What a conversation without a choice uses.</param>
    /// <param name="fallbacks">Models that are tried after the default, in order.</param>
    /// <param name="allowed">The only models that may be selected; null allows every model.</param>
    /// <param name="endpoints">Configured endpoints.</param>
    /// <param name="providers">Further providers known without a listed model.</param>
    public ModelCatalog(
        IReadOnlyList<CatalogModel> models,
        ModelRef defaultModel,
        IReadOnlyList<ModelRef> fallbacks,
        IReadOnlyCollection<ModelRef>? allowed = null,
        IReadOnlyList<ProviderEndpoint>? endpoints = null,
        IReadOnlyList<ProviderId>? providers = null)
    {
        Models = models;
        Default = defaultModel;
        Fallbacks = fallbacks;
        Allowed = allowed;
        _endpoints = endpoints ?? [];
        _allowed = allowed?.Append(defaultModel).Select(model => model.ToString()).ToHashSet();
        var aliases = new Dictionary<string, CatalogModel>(StringComparer.OrdinalIgnoreCase);
        foreach (var model in models)
        {
            foreach (var alias in model.Aliases) aliases.Add(alias, model);
        }
        _aliases = aliases.GetAlternateLookup<ReadOnlySpan<char>>();
        _byBareId = models
            .GroupBy(model => model.Ref.Model, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(sameId => sameId.Key, sameId => sameId.ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _providers = new(() => ProvidersOf(models, _endpoints, providers ?? [], defaultModel));
    }

    /// <summary>The configuration's catalog, with what vendors offer to some profiles.</summary>
    internal ModelCatalog(ModelCatalog configured, IReadOnlyList<(ProviderId Provider, ModelListing Listing)> listings)
    {
        (Models, Default, Fallbacks, Allowed) = (configured.Models, configured.Default, configured.Fallbacks, configured.Allowed);
        (_aliases, _byBareId, _allowed) = (configured._aliases, configured._byBareId, configured._allowed);
        (_providers, _endpoints) = (configured._providers, configured._endpoints);
        _offers = new ModelOffers(listings, configured);
    }

    /// <summary>Every listed model, in configured order.</summary>
    public IReadOnlyList<CatalogModel> Models { get; }

    /// <summary>Models that vendors offer and the configuration does not list, by provider; the allowlist has them all. None while nobody was asked.</summary>
    public IReadOnlyList<CatalogModel> Offered => _offers?.Beside ?? [];

    /// <summary>The providers of those, with how many each offers.</summary>
    internal IReadOnlyList<(ProviderId Provider, int Count)> OfferedBy => _offers?.Counts ?? [];

    /// <summary>What a conversation without a choice uses.</summary>
    public ModelRef Default { get; }

    /// <summary>Models tried after the default when it cannot be served.</summary>
    public IReadOnlyList<ModelRef> Fallbacks { get; }

    /// <summary>The allowlist as configured; null allows every model.</summary>
    public IReadOnlyCollection<ModelRef>? Allowed { get; }

    /// <summary>Every provider that is known here.</summary>
    public IReadOnlyCollection<ProviderId> Providers => _providers.Value;

    /// <summary>Every alias with its model.</summary>
    public IReadOnlyDictionary<string, CatalogModel> Aliases => _aliases.Dictionary;

    /// <summary>Whether the model may be selected.</summary>
    public bool Allows(ModelRef model) => _allowed is null || _allowed.Contains(model.ToString());

    /// <summary>The model of that name that the configuration lists or a vendor offers, or null.</summary>
    public CatalogModel? Find(ModelRef model) => FindListed(model) ?? _offers?.Find(model);

    /// <summary>Whether the configuration lists the model.</summary>
    public bool Lists(ModelRef model) => FindListed(model) is not null;

    /// <summary>Whether a vendor offers the model, and the configuration does not list it.</summary>
    internal bool IsOffered(ModelRef model) => _offers?.Find(model) is not null;

    /// <summary>The profiles that were not offered the model by their vendors, where nobody was; it may be a name that lists leave out. None where somebody was offered it.</summary>
    public IReadOnlyList<ProfileId> NotOfferedTo(ModelRef model) => _offers?.Has(model) == false ? _offers.Without(model) : [];

    /// <summary>The profiles that were not offered the model of late, where others were: they are passed over.</summary>
    internal IReadOnlyList<ProfileId> PassedOverFor(ModelRef model, DateTimeOffset now) => _offers?.Has(model) == true ? _offers.WithoutOfLate(model, now) : [];

    /// <summary>The configured endpoint of a provider, or null.</summary>
    public ProviderEndpoint? FindEndpoint(ProviderId provider)
    {
        for (var i = 0; i < _endpoints.Count; i++)
        {
            if (_endpoints[i].Provider == provider) return _endpoints[i];
        }
        return null;
    }

    /// <summary>The shortest name that a person can type for the model: its first alias, else the ref.</summary>
    public string ShortName(ModelRef model) => Find(model)?.Aliases.FirstOrDefault() ?? model.ToString();

    /// <summary>Whether the text is an alias; case does not matter.</summary>
    public bool IsAlias(ReadOnlySpan<char> text) => _aliases.ContainsKey(text);

    /// <summary>Looks a typed name up: alias, then <c>provider/model</c>, then a bare id that one provider has. Never a near miss.</summary>
    /// <param name="text">The typed name.</param>
    /// <param name="acceptUnlisted">Accept a full <c>provider/model</c> of a known provider that nobody lists; only without an allowlist.</param>
    internal ModelMatch Match(ReadOnlySpan<char> text, bool acceptUnlisted)
    {
        if (_aliases.TryGetValue(text, out var aliased)) return Permit(aliased.Ref, true);
        if (ModelRef.TryParse(text, out var typed))
        {
            if (Find(typed) is not null) return Permit(typed, true);
            if ((OtherCase(FindBare(typed.Model), typed) ?? OtherCase(_offers?.FindBare(typed.Model), typed)) is { } otherCase) return Permit(otherCase, true);
        }
        if (_byBareId.TryGetValue(text, out var bare)) return MatchBare(bare, text);
        var isOfKnown = typed != default && Providers.Contains(typed.Provider);
        // What is typed in full never becomes another vendor's because that one calls a model so.
        if (!isOfKnown && _offers?.FindBare(text) is { } offered && !MeansMore(text)) return MatchBare(offered, text);
        return acceptUnlisted && isOfKnown ? Permit(typed, false) : new ModelMatch.Unknown();
    }

    /// <summary>After an <c>@</c> stands a profile, and a provider's name asks for its list: a vendor cannot take either by calling a model so.</summary>
    private bool MeansMore(ReadOnlySpan<char> text) => text.Contains('@') || (ProviderId.TryParse(text, out var provider) && Providers.Contains(provider));

    private CatalogModel? FindListed(ModelRef model)
    {
        foreach (var listed in FindBare(model.Model) ?? [])
        {
            if (listed.Ref == model) return listed;
        }
        return null;
    }

    private CatalogModel[]? FindBare(string id) => _byBareId.Dictionary.GetValueOrDefault(id);

    private static ModelRef? OtherCase(CatalogModel[]? sameId, ModelRef typed) =>
        sameId is not null && Array.FindAll(sameId, model => model.Ref.Provider == typed.Provider) is [var only] ? only.Ref : null;

    private static List<ProviderId> ProvidersOf(
        IReadOnlyList<CatalogModel> models, IReadOnlyList<ProviderEndpoint> endpoints, IReadOnlyList<ProviderId> further, ModelRef defaultModel)
    {
        var providers = new List<ProviderId>();
        foreach (var model in models) Add(model.Ref.Provider);
        foreach (var endpoint in endpoints) Add(endpoint.Provider);
        foreach (var provider in further) Add(provider);
        Add(defaultModel.Provider);
        return providers;

        void Add(ProviderId provider)
        {
            if (!providers.Contains(provider)) providers.Add(provider);
        }
    }

    private ModelMatch MatchBare(CatalogModel[] sameId, ReadOnlySpan<char> text)
    {
        var name = text.ToString();
        var exact = Array.FindAll(sameId, model => model.Ref.Model == name);
        var matches = Array.FindAll(exact.Length > 0 ? exact : sameId, model => Allows(model.Ref));
        return matches.Length switch
        {
            0 => new ModelMatch.NotAllowed(sameId[0].Ref),
            1 => new ModelMatch.Found(matches[0].Ref, true),
            _ => new ModelMatch.Several([.. matches.Select(model => model.Ref)]),
        };
    }

    private ModelMatch Permit(ModelRef model, bool verified) =>
        Allows(model) ? new ModelMatch.Found(model, verified) : new ModelMatch.NotAllowed(model);
}
