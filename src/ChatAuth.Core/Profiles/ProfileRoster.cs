using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Profiles;

/// <summary>All profiles of an agent with their health and orders, as they were at one moment; immutable.</summary>
public sealed class ProfileRoster
{
    private readonly IReadOnlyDictionary<ProviderId, ProfileOrder> _orders;

    /// <summary>Takes profiles and orders together.</summary>
    /// <param name="entries">All profiles: in stored order, then the environment's.</param>
    /// <param name="orders">The order that holds for each provider that has one.</param>
    /// <param name="location">Where the store is; private.</param>
    public ProfileRoster(IReadOnlyList<RosterEntry> entries, IReadOnlyDictionary<ProviderId, ProfileOrder> orders, string location)
    {
        All = entries;
        Location = location;
        _orders = orders;
    }

    /// <summary>All profiles, in stored order.</summary>
    public IReadOnlyList<RosterEntry> All { get; }

    /// <summary>The roster in which more is known of the same profiles.</summary>
    internal ProfileRoster Change(Func<RosterEntry, RosterEntry> change) => new([.. All.Select(change)], _orders, Location) { Environment = Environment };

    /// <summary>The roster in which the logins that these outcomes found at their programs are renewed there.</summary>
    internal ProfileRoster RenewedBy(IReadOnlyList<ImportOutcome> outcomes) => Change(entry =>
        outcomes.Any(outcome => outcome.Renews(entry.Profile)) ? entry with { Profile = entry.Profile with { IsRenewed = true } } : entry);

    /// <summary>Where the store is; private.</summary>
    public string Location { get; }

    /// <summary>What the environment held; its credentials are among the profiles. Default: nothing.</summary>
    public EnvironmentReading Environment { get; init; } = EnvironmentReading.Empty;

    /// <summary>Every provider that has a profile.</summary>
    public IReadOnlyCollection<ProviderId> Providers => field ??= ProvidersOf(All);

    /// <summary>The profiles that serve a provider.</summary>
    public IReadOnlyList<RosterEntry> For(ProviderId provider)
    {
        var serving = new List<RosterEntry>(All.Count);
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].Profile.Provider == provider) serving.Add(All[i]);
        }
        return serving;
    }

    /// <summary>The explicit order of a provider; null when there is none.</summary>
    public ProfileOrder? OrderOf(ProviderId provider) => _orders.GetValueOrDefault(provider);

    /// <summary>The profile of that id, or null.</summary>
    public AuthProfile? Find(ProfileId id) => FindEntry(id)?.Profile;

    /// <summary>The profile of that id with its health, or null.</summary>
    public RosterEntry? FindEntry(ProfileId id)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].Profile.Id == id) return All[i];
        }
        return null;
    }

    /// <summary>A list and no set: generic code over a struct of our own has to be compiled anew at every start.</summary>
    private static List<ProviderId> ProvidersOf(IReadOnlyList<RosterEntry> entries)
    {
        var providers = new List<ProviderId>();
        foreach (var entry in entries)
        {
            if (!providers.Contains(entry.Profile.Provider)) providers.Add(entry.Profile.Provider);
        }
        return providers;
    }
}
