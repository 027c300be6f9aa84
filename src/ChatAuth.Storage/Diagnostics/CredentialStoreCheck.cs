using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Diagnostics;

/// <summary>Whether the credential store of every agent can be read, locked and written: by doing it.</summary>
/// <param name="state">Where the stores are.</param>
/// <param name="store">Reads them.</param>
/// <param name="options">How strict it is.</param>
/// <param name="proof">Writes them.</param>
internal sealed class CredentialStoreCheck(StateDirectory state, ICredentialStore store, FileStoreOptions options, StoreProof proof) : ICheck
{
    public string Name => "credential-store";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var readOnly = new List<AgentId>();
        var agents = state.ListAgents();
        foreach (var agent in agents)
        {
            try
            {
                if (await IsReadOnlyAsync(agent, cancellationToken).ConfigureAwait(false)) readOnly.Add(agent);
                else if (await ProveAsync(agent, cancellationToken).ConfigureAwait(false) is { } finding) findings.Add(finding);
            }
            catch (ChatAuthException broken)
            {
                findings.Add(Finding.Of(broken));
            }
        }
        return findings.Count == 0 && readOnly.Count > 0
            ? new CheckResult.Skipped($"The store of {string.Join(", ", readOnly)} can be read; it is root's, as Storage:AllowGroupReadable permits, so no write was tried.")
            : CheckResult.Of(findings, $"Reading and writing it works for {string.Join(", ", agents)}.");
    }

    /// <summary>Reads it first: what cannot be read is not written.</summary>
    private async Task<bool> IsReadOnlyAsync(AgentId agent, CancellationToken cancellationToken)
    {
        await store.LoadAsync(agent, cancellationToken).ConfigureAwait(false);
        return PrivateFile.Find(state.CredentialsOf(agent), options.AllowGroupReadable) is { IsOurs: false };
    }

    private async Task<Finding?> ProveAsync(AgentId agent, CancellationToken cancellationToken)
    {
        var path = state.CredentialsOf(agent);
        if (PrivateFile.Find(path, options.AllowGroupReadable) is null)
        {
            WritableDirectory.Prove(path);
            return null;
        }
        return await proof.RunAsync(agent, cancellationToken).ConfigureAwait(false)
            ? null
            : new Finding("store-write-lost", FindingSeverity.Error, $"What was written to {path} could not be read back.", "Put the state directory on a local disk. Then: chatauth doctor");
    }
}
