using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>Stands in for a session database that cannot be opened: nobody is known to rest.</summary>
internal sealed class UnknownHealth : IHealthStore
{
    public ValueTask<IReadOnlyDictionary<HealthKey, ProfileHealth>> LoadAsync(AgentId agent, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyDictionary<HealthKey, ProfileHealth>>(new Dictionary<HealthKey, ProfileHealth>());

    public Task UpdateAsync(HealthKey key, ProfileHealth seed, Func<ProfileHealth, ProfileHealth> change, CancellationToken cancellationToken) => Task.CompletedTask;
}
