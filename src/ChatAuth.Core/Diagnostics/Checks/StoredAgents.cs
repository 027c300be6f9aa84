using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>Reads the stores of all agents. One that cannot be read is the credential store's own check's to tell about, and hides no other.</summary>
/// <param name="store">The store.</param>
/// <param name="providers">Whose built-in profiles count as stored.</param>
/// <param name="list">Lists the agents.</param>
/// <param name="environment">The keys of the environment; null where nobody reads them.</param>
internal sealed class StoredAgents(
    ICredentialStore store, IEnumerable<IModelProvider> providers, Func<IReadOnlyList<AgentId>> list, IEnvironmentKeys? environment = null)
{
    public async Task<Survey> LoadAsync(CancellationToken cancellationToken)
    {
        var others = providers.SelectMany(provider => provider.BuiltInCredentials).Concat(environment?.Read().Credentials ?? []).ToList();
        var agents = new List<StoredAgent>();
        var unreadable = new List<AgentId>();
        foreach (var agent in list())
        {
            try
            {
                agents.Add(new StoredAgent(agent, await store.LoadAsync(agent, cancellationToken).ConfigureAwait(false), others));
            }
            catch (ChatAuthException)
            {
                unreadable.Add(agent);
            }
        }
        return new Survey(agents, unreadable);
    }

    /// <summary>What could be read.</summary>
    /// <param name="Agents">Those whose store could be.</param>
    /// <param name="Unreadable">The others.</param>
    internal sealed record Survey(IReadOnlyList<StoredAgent> Agents, IReadOnlyList<AgentId> Unreadable)
    {
        /// <summary>Findings count in any case; without one, a store that was not read is no pass.</summary>
        public CheckResult Judge(IReadOnlyList<Finding> findings, string seen) => findings.Count == 0 && Unreadable.Count > 0
            ? new CheckResult.Skipped($"The credential store of {string.Join(", ", Unreadable)} cannot be read: see credential-store.")
            : CheckResult.Of(findings, seen);
    }
}
