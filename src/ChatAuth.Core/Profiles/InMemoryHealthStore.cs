using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Profiles;

/// <summary>Health kept by this process and lost with it: for tests and small bots.</summary>
internal sealed class InMemoryHealthStore : IHealthStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<HealthKey, ProfileHealth> _health = [];

    public ValueTask<IReadOnlyDictionary<HealthKey, ProfileHealth>> LoadAsync(AgentId agent, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return new(_health.Where(entry => entry.Key.Agent == agent).ToDictionary());
        }
    }

    public async Task UpdateAsync(
        HealthKey key, ProfileHealth seed, Func<ProfileHealth, ProfileHealth> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _health[key] = change(_health.GetValueOrDefault(key, seed));
        }
    }
}
