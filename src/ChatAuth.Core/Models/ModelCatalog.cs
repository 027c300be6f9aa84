using System.Collections.Frozen;

namespace ChatAuth.Core.Models;

/// <summary>The models that the configuration lists, their aliases, the default and its fallbacks, and the allowlist; immutable.</summary>
public sealed class ModelCatalog
{
    private readonly FrozenDictionary<string, ModelRef> _aliases;
    private readonly FrozenDictionary<string, ModelRef[]> _bareIds;
    private readonly FrozenDictionary<ModelRef, CatalogModel> _models;
    private readonly FrozenSet<ModelRef>? _allowed;
    private readonly FrozenSet<ProviderId> _providers;
    private readonly FrozenDictionary<ProviderId, ProviderEndpoint> _endpoints;

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
        _allowed = allowed?.Append(defaultModel).ToFrozenSet();
        _models = models.ToFrozenDictionary(model => model.Ref);
        _aliases = models
            .SelectMany(model => model.Aliases, (model, alias) => (alias, model.Ref))
            .ToFrozenDictionary(entry => entry.alias, entry => entry.Ref, StringComparer.OrdinalIgnoreCase);
        _bareIds = models
            .GroupBy(model => model.Ref.Model, model => model.Ref, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);
        _endpoints = (endpoints ?? []).ToFrozenDictionary(endpoint => endpoint.Provider);
        _providers = models.Select(model => model.Ref.Provider)
            .Concat(_endpoints.Keys).Concat(providers ?? []).Append(defaultModel.Provider).ToFrozenSet();
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
    public IReadOnlyDictionary<string, ModelRef> Aliases => _aliases;

    /// <summary>Whether the model may be selected.</summary>
    public bool Allows(ModelRef model) => _allowed is null || _allowed.Contains(model);

    /// <summary>The listed model of that name, or null.</summary>
    public CatalogModel? Find(ModelRef model) => _models.GetValueOrDefault(model);

    /// <summary>The configured endpoint of a provider, or null.</summary>
    public ProviderEndpoint? FindEndpoint(ProviderId provider) => _endpoints.GetValueOrDefault(provider);

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
        if (_aliases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var aliased)) return Permit(aliased, true);
        if (ModelRef.TryParse(text, out var typed))
        {
            if (_models.ContainsKey(typed)) return Permit(typed, true);
            var otherCase = Models.Where(model => model.Ref.Provider == typed.Provider
                && model.Ref.Model.Equals(typed.Model, StringComparison.OrdinalIgnoreCase)).Take(2).ToArray();
            if (otherCase.Length == 1) return Permit(otherCase[0].Ref, true);
        }
        if (_bareIds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var bare)) return MatchBare(bare, text);
        return acceptUnlisted && typed != default && _providers.Contains(typed.Provider)
            ? Permit(typed, false)
            : new ModelMatch.Unknown();
    }

    private ModelMatch MatchBare(ModelRef[] sameId, ReadOnlySpan<char> text)
    {
        var name = text.ToString();
        var exact = Array.FindAll(sameId, model => model.Model == name);
        var matches = Array.FindAll(exact.Length > 0 ? exact : sameId, Allows);
        return matches.Length switch
        {
            0 => new ModelMatch.NotAllowed(sameId[0]),
            1 => new ModelMatch.Found(matches[0], true),
            _ => new ModelMatch.Several(matches),
        };
    }

    private ModelMatch Permit(ModelRef model, bool verified) =>
        Allows(model) ? new ModelMatch.Found(model, verified) : new ModelMatch.NotAllowed(model);
}
