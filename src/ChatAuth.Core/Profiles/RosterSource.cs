using System.Collections.Concurrent;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Profiles;

/// <summary>Reads an agent's credentials and their health together. Profiles are made once per version of the store and of the environment.</summary>
public sealed class RosterSource
{
    private readonly ICredentialStore _credentials;
    private readonly IHealthStore _health;
    private readonly IModelProvider[] _providers;
    private readonly ChatAuthSettings _settings;
    private readonly IEnvironmentKeys _environment;
    private readonly ProfileFactory _factory;
    private readonly ConcurrentDictionary<string, Made> _made = new();

    /// <summary>Takes the stores, what can call vendors, and the keys of the environment; none by default.</summary>
    public RosterSource(
        ICredentialStore credentials, IHealthStore health, IEnumerable<IModelProvider> providers, ChatAuthSettings settings, Fingerprints fingerprints,
        IEnvironmentKeys? environment = null)
    {
        _credentials = credentials;
        _health = health;
        _providers = [.. providers];
        _settings = settings;
        _environment = environment ?? IEnvironmentKeys.None;
        _factory = new ProfileFactory(settings, fingerprints);
    }

    /// <summary>The agent's roster as it is now.</summary>
    /// <exception cref="Errors.ChatAuthException">A store cannot be read.</exception>
    public async ValueTask<ProfileRoster> LoadAsync(AgentId agent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var set = await _credentials.LoadAsync(agent, cancellationToken).ConfigureAwait(false);
        var health = await _health.LoadAsync(agent, cancellationToken).ConfigureAwait(false);
        var environment = _environment.Read();
        var profiles = Make(agent, set, environment);
        var entries = new RosterEntry[profiles.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var known = health.TryGetValue(HealthKey.Of(agent, profiles[i]), out var stored) ? stored : SeedOf(set, profiles[i].Id);
            entries[i] = new RosterEntry(profiles[i], known.Clamped(now, _settings.Cooldowns));
        }
        return new ProfileRoster(entries, OrdersOf(set), set.Location) { Environment = environment };
    }

    /// <summary>The provider that can call this vendor; null when none can.</summary>
    public IModelProvider? FindProvider(ProviderId vendor)
    {
        foreach (var provider in _providers)
        {
            if (provider.Serves(vendor)) return provider;
        }
        return null;
    }

    /// <summary>Changes the health of a profile, starting from what the original wrote beside it.</summary>
    public async Task ReportAsync(
        AgentId agent, AuthProfile profile, Func<ProfileHealth, ProfileHealth> change, CancellationToken cancellationToken)
    {
        var seed = _made.TryGetValue(agent.Name, out var made) ? SeedOf(made.Set, profile.Id) : ProfileHealth.Unused;
        await _health.UpdateAsync(HealthKey.Of(agent, profile), seed, change, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the rest of a profile as it was read, because an owner says so.</summary>
    /// <returns>The rest that was found: null where it did not rest; any other than the one that was read stays, for the owner has not seen it.</returns>
    public async Task<Rest?> ClearAsync(AgentId agent, RosterEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (entry.Health.RestAt(now) is not { } rest) return null;
        Rest? found = null;
        await ReportAsync(agent, entry.Profile, health =>
        {
            // What failed since it was read lies after that present, and is no sign of a clock that was set back.
            found = health.Clamped(health.LastFailure > now ? health.LastFailure.Value : now, _settings.Cooldowns).RestAt(now);
            return found == rest ? health.Cleared() : health;
        }, cancellationToken).ConfigureAwait(false);
        return found;
    }

    private IReadOnlyList<AuthProfile> Make(AgentId agent, CredentialSet set, EnvironmentReading environment)
    {
        if (_made.TryGetValue(agent.Name, out var made) && ReferenceEquals(made.Set, set) && ReferenceEquals(made.Environment, environment)) return made.Profiles;
        var profiles = Make(set, environment);
        _made[agent.Name] = new Made(set, environment, profiles);
        return profiles;
    }

    private IReadOnlyList<AuthProfile> Make(CredentialSet set, EnvironmentReading environment) =>
    [
        .. set.Credentials.Select(_factory.Make),
        .. environment.Credentials.Where(key => set.Credentials.All(stored => stored.Id != key.Id)).Select(_factory.Make),
        .. _providers.SelectMany(provider => provider.BuiltInCredentials).Select(_factory.MakeBuiltIn),
    ];

    private static ProfileHealth SeedOf(CredentialSet set, ProfileId id) => set.Usage.GetValueOrDefault(id, ProfileHealth.Unused);

    private IReadOnlyDictionary<ProviderId, ProfileOrder> OrdersOf(CredentialSet set)
    {
        if (set.Orders.Count == 0) return _settings.Orders;
        var orders = new Dictionary<ProviderId, ProfileOrder>(_settings.Orders);
        foreach (var provider in set.Orders.Keys) orders[provider] = set.FindOrder(provider)!;
        return orders;
    }

    private sealed record Made(CredentialSet Set, EnvironmentReading Environment, IReadOnlyList<AuthProfile> Profiles);
}
