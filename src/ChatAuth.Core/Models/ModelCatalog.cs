namespace ChatAuth.Core.Models;

/// <summary>The models that the configuration lists, their aliases, the default and its fallbacks, and the allowlist; immutable.</summary>
/// <remarks>Tables are keyed by text: a table over one of our value types is compiled anew at each start of the command line.</remarks>
public sealed class ModelCatalog
{
    private readonly Dictionary<string, CatalogModel> _aliases = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<CatalogModel>> _byBareId = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>? _allowed;
    private readonly List<ProviderId> _providers = [];
    private readonly IReadOnlyList<ProviderEndpoint> _endpoints;

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
        if (allowed is not null)
        {
            _allowed = [defaultModel.ToString()];
            foreach (var model in allowed) _allowed.Add(model.ToString());
        }
        foreach (var model in models) Add(model);
        foreach (var endpoint in _endpoints) Add(endpoint.Provider);
        foreach (var provider in providers ?? []) Add(provider);
        Add(defaultModel.Provider);
    }

    /// <summary>Every listed model, in configured order.</summary>
    public IReadOnlyList<CatalogModel> Models { get; }

    /// <summary>What a conversation without a choice uses.</summary>
    public ModelRef Default { get; }

    /// <summary>Models tried after the default when it cannot be served.</summary>
    public IReadOnlyList<ModelRef> Fallbacks { get; }

    /// <summary>The allowlist as configured; null allows every model.</summary>
    public IReadOnlyCollection<ModelRef>? Allowed { get; }

    /// <summary>Every provider that is known here.</summary>
    public IReadOnlyCollection<ProviderId> Providers => _providers;

    /// <summary>Every alias with its model.</summary>
    public IReadOnlyDictionary<string, CatalogModel> Aliases => _aliases;

    /// <summary>Whether the model may be selected.</summary>
    public bool Allows(ModelRef model) => _allowed is null || _allowed.Contains(model.ToString());

    /// <summary>The listed model of that name, or null.</summary>
    public CatalogModel? Find(ModelRef model) => _byBareId.GetValueOrDefault(model.Model)?.Find(listed => listed.Ref == model);

    /// <summary>The configured endpoint of a provider, or null.</summary>
    public ProviderEndpoint? FindEndpoint(ProviderId provider) => _endpoints.FirstOrDefault(endpoint => endpoint.Provider == provider);

    /// <summary>The shortest name that a person can type for the model: its first alias, else the ref.</summary>
    public string ShortName(ModelRef model) => Find(model)?.Aliases.FirstOrDefault() ?? model.ToString();

    /// <summary>Whether the text is an alias; case does not matter.</summary>
    public bool IsAlias(ReadOnlySpan<char> text) =>
        _aliases.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(text);

    /// <summary>Looks a typed name up: alias, then <c>provider/model</c>, then a bare id that one provider has. Never a near miss.</summary>
    /// <param name="text">The typed name.</param>
    /// <param name="acceptUnlisted">Accept a full <c>provider/model</c> of a known provider that nobody lists; only without an allowlist.</param>
    internal ModelMatch Match(ReadOnlySpan<char> text, bool acceptUnlisted)
    {
        if (_aliases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var aliased)) return Permit(aliased.Ref, true);
        if (ModelRef.TryParse(text, out var typed))
        {
            if (Find(typed) is not null) return Permit(typed, true);
            var otherCase = Models.Where(model => model.Ref.Provider == typed.Provider
                && model.Ref.Model.Equals(typed.Model, StringComparison.OrdinalIgnoreCase)).Take(2).ToArray();
            if (otherCase.Length == 1) return Permit(otherCase[0].Ref, true);
        }
        if (_byBareId.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var bare)) return MatchBare(bare, text);
        return acceptUnlisted && typed != default && _providers.Contains(typed.Provider)
            ? Permit(typed, false)
            : new ModelMatch.Unknown();
    }

    private void Add(CatalogModel model)
    {
        foreach (var alias in model.Aliases) _aliases.Add(alias, model);
        if (!_byBareId.TryGetValue(model.Ref.Model, out var sameId)) _byBareId[model.Ref.Model] = sameId = [];
        sameId.Add(model);
        Add(model.Ref.Provider);
    }

    private void Add(ProviderId provider)
    {
        if (!_providers.Contains(provider)) _providers.Add(provider);
    }

    private ModelMatch MatchBare(List<CatalogModel> sameId, ReadOnlySpan<char> text)
    {
        var name = text.ToString();
        var exact = sameId.FindAll(model => model.Ref.Model == name);
        ModelRef[] matches = [.. (exact.Count > 0 ? exact : sameId).Select(model => model.Ref).Where(Allows)];
        return matches.Length switch
        {
            0 => new ModelMatch.NotAllowed(sameId[0].Ref),
            1 => new ModelMatch.Found(matches[0], true),
            _ => new ModelMatch.Several(matches),
        };
    }

    private ModelMatch Permit(ModelRef model, bool verified) =>
        Allows(model) ? new ModelMatch.Found(model, verified) : new ModelMatch.NotAllowed(model);
}
