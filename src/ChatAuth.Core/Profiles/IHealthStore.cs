using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Profiles;

/// <summary>Where the health of credentials is kept, shared by every process of the installation.</summary>
public interface IHealthStore
{
    /// <summary>All known health of an agent's profiles.</summary>
    ValueTask<IReadOnlyDictionary<HealthKey, ProfileHealth>> LoadAsync(AgentId agent, CancellationToken cancellationToken);

    /// <summary>Replaces one profile's health by what <paramref name="change"/> makes of it, in one transaction; a missing entry starts as <paramref name="seed"/>.</summary>
    Task UpdateAsync(HealthKey key, ProfileHealth seed, Func<ProfileHealth, ProfileHealth> change, CancellationToken cancellationToken);
}
