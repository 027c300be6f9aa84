using System.Collections.Immutable;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Profiles;

/// <summary>Health kept by this process and lost with it: for tests and small bots.</summary>
internal sealed class InMemoryHealthStore : IHealthStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AgentId, ImmutableDictionary<HealthKey, ProfileHealth>> _health = [];

    public ValueTask<IReadOnlyDictionary<HealthKey, ProfileHealth>> LoadAsync(AgentId agent, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return new(Of(agent));
        }
    }

    public async Task UpdateAsync(
        HealthKey key, ProfileHealth seed, Func<ProfileHealth, ProfileHealth> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var known = Of(key.Agent);
            _health[key.Agent] = known.SetItem(key, change(known.GetValueOrDefault(key, seed)));
        }
    }

    private ImmutableDictionary<HealthKey, ProfileHealth> Of(AgentId agent) => _health.GetValueOrDefault(agent, ImmutableDictionary<HealthKey, ProfileHealth>.Empty);
}
