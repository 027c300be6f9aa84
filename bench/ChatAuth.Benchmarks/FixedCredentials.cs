using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Benchmarks;

/// <summary>Credentials that never change, in memory.</summary>
internal sealed class FixedCredentials(params StoredCredential[] credentials) : ICredentialStore
{
    private readonly CredentialSet _set = new(
        credentials, new Dictionary<ProviderId, IReadOnlyList<ProfileId>>(), new Dictionary<ProfileId, ProfileHealth>(), "memory");

    public ValueTask<CredentialSet> LoadAsync(AgentId agent, CancellationToken cancellationToken) => new(_set);

    public Task<CredentialSet> EditAsync(AgentId agent, Func<CredentialSet, IReadOnlyList<CredentialEdit>> decide, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
