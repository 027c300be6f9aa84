using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics;

/// <summary>The state of an agent's credentials at one moment: what <c>models status</c> prints and <c>--check</c> answers.</summary>
/// <param name="Default">The model that a conversation without a choice uses.</param>
/// <param name="Providers">Every provider that is in use or has a profile, by name.</param>
/// <param name="At">The moment.</param>
public sealed record CredentialReport(ModelRef Default, IReadOnlyList<ProviderReport> Providers, DateTimeOffset At)
{
    /// <summary>The worst among the providers in use; the others never fail a check.</summary>
    public CredentialHealth Health { get; } = Providers.Where(provider => provider.IsInUse).Max(provider => provider.Health);

    /// <summary>The stored profile of that id; null for none.</summary>
    internal AuthProfile? Find(ProfileId id) =>
        Providers.SelectMany(provider => provider.Profiles).FirstOrDefault(stored => stored.Profile.Id == id)?.Profile;

    /// <summary>Looks at every provider of the roster and of the models in use.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="roster">The agent's profiles.</param>
    /// <param name="canBeCalled">Whether this installation can call a provider.</param>
    /// <param name="now">The present.</param>
    /// <param name="imports">What a look at other programs just came to; a login that its program renews is expected to be renewed. Default: nobody looked.</param>
    public static CredentialReport Of(
        ChatAuthSettings settings, ProfileRoster roster, Func<ProviderId, bool> canBeCalled, DateTimeOffset now, IReadOnlyList<ImportOutcome>? imports = null)
    {
        if (imports is not null) roster = roster.RenewedBy(imports);
        var providers = new List<ProviderReport>();
        Add(settings.Catalog.Default, inUse: true);
        foreach (var fallback in settings.Catalog.Fallbacks) Add(fallback, inUse: true);
        foreach (var provider in roster.Providers) Add(ModelOf(provider, settings.Catalog), inUse: false);
        providers.Sort((one, other) => string.CompareOrdinal(one.Provider.Name, other.Provider.Name));
        return new CredentialReport(settings.Catalog.Default, providers, now);

        void Add(ModelRef model, bool inUse)
        {
            if (providers.Exists(known => known.Provider == model.Provider)) return;
            providers.Add(ProviderReport.Of(model, inUse, settings, roster, canBeCalled(model.Provider), now));
        }
    }

    /// <summary>The first listed model of a provider that is not in use. Without one, a name that no rule for single models matches.</summary>
    private static ModelRef ModelOf(ProviderId provider, ModelCatalog catalog) =>
        catalog.Models.FirstOrDefault(model => model.Ref.Provider == provider)?.Ref ?? new ModelRef(provider, "*");
}
