using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Models;

/// <summary>Everything that one person can name here. A hidden profile is not in it, so nothing that comes out can tell that it exists.</summary>
/// <param name="Catalog">The models.</param>
/// <param name="Profiles">The profiles that the person may see.</param>
internal sealed record KnownNames(ModelCatalog Catalog, IReadOnlyList<KnownProfile> Profiles)
{
    /// <summary>More offers would not be read.</summary>
    public const int MaxNear = 3;

    /// <summary>The profiles of a provider that the text names: by id, else by short name, else by either without case.</summary>
    public IReadOnlyList<KnownProfile> FindProfiles(string typed, ProviderId provider)
    {
        if (typed.Length == 0 || typed.Any(char.IsWhiteSpace)) return [];
        var isId = ProfileId.TryParse(typed, out var id);
        var serving = Profiles.Where(profile => profile.Provider == provider).ToArray();
        if (isId && Array.Exists(serving, profile => profile.Id == id)) return [new KnownProfile(id, provider)];

        var exact = Array.FindAll(serving, profile => profile.Id.Name == typed);
        return exact.Length > 0 ? exact : Array.FindAll(serving, profile =>
            profile.Id.Name.Equals(typed, StringComparison.OrdinalIgnoreCase)
            || (isId && profile.Id.Provider == id.Provider && profile.Id.Name.Equals(id.Name, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The profiles of any provider that the text names.</summary>
    public IReadOnlyList<KnownProfile> FindProfiles(string typed) =>
        [.. Profiles.Select(profile => profile.Provider).Distinct().SelectMany(provider => FindProfiles(typed, provider))];

    /// <summary>Every model that the text could be, or none; also a model that the allowlist does not have.</summary>
    public IReadOnlyList<ModelRef> FindModels(string typed) => Catalog.Match(typed, acceptUnlisted: false) switch
    {
        ModelMatch.Found found => [found.Model],
        ModelMatch.Several several => several.Models,
        ModelMatch.NotAllowed refused => [refused.Model],
        _ => [],
    };

    /// <summary>Selectors of models whose name is almost the text.</summary>
    public IReadOnlyList<string> NearModels(string typed) =>
        [.. NearRefs(typed).Select(model => SelectorText.Of(model, null, Catalog)).Take(MaxNear)];

    /// <summary>Selectors of models whose name is almost the text, each with the one of these profiles that serves it.</summary>
    public IReadOnlyList<string> NearModels(string typed, IReadOnlyList<KnownProfile> profiles) =>
        [.. NearRefs(typed).SelectMany(_ => profiles, (model, profile) => (model, profile)).Where(pair => pair.model.Provider == pair.profile.Provider)
            .Select(pair => SelectorText.Of(pair.model, pair.profile.Id, Catalog)).Take(MaxNear)];

    /// <summary>Profiles of the provider whose name is almost the text.</summary>
    public IReadOnlyList<ProfileId> NearProfiles(string typed, ProviderId provider)
    {
        var serving = Profiles.Where(profile => profile.Provider == provider).Select(profile => profile.Id).ToArray();
        return [.. NearMiss.Of(typed, serving.SelectMany(id => new[] { id.Name, id.ToString() }), 2 * MaxNear)
            .SelectMany(name => serving.Where(id => name == id.Name || name == id.ToString())).Distinct().Take(MaxNear)];
    }

    /// <summary>Selectors that pair the profiles with models that they can serve, in the catalog's order.</summary>
    public IReadOnlyList<string> Servable(IReadOnlyList<KnownProfile> profiles) =>
        [.. Catalog.Models.Where(model => Catalog.Allows(model.Ref)).Concat(Catalog.Offered)
            .SelectMany(_ => profiles, (model, profile) => (model.Ref, profile)).Where(pair => pair.Ref.Provider == pair.profile.Provider)
            .Select(pair => SelectorText.Of(pair.Ref, pair.profile.Id, Catalog)).Take(MaxNear)];

    private IEnumerable<ModelRef> NearRefs(string typed) => NearMiss
        .Of(typed, Catalog.Aliases.Keys.Concat(Catalog.Models.Concat(Catalog.Offered).SelectMany(model => new[] { model.Ref.Model, model.Ref.ToString() })), 3 * MaxNear)
        .SelectMany(FindModels).Where(Catalog.Allows).Distinct();
}
