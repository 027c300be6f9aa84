using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>What became of the refreshes of OAuth logins.</summary>
internal sealed class RefreshCheck(StoredAgents agents, SignIn signIn, RefreshableLogins refreshable, KnownEnds ends) : ICheck
{
    public string Name => "refresh";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var survey = await agents.LoadAsync(cancellationToken).ConfigureAwait(false);
        var logins = survey.Agents.SelectMany(agent => agent.Own, (agent, entry) => (Agent: agent, Entry: entry)).Where(login => login.Entry.Credential is Credential.OAuth).ToList();
        if (logins.Count == 0 && survey.Unreadable.Count == 0) return new CheckResult.Skipped("No OAuth login is stored, so there is nothing to refresh.");
        var findings = new List<Finding>();
        foreach (var (agent, entry) in logins)
        {
            var state = await StateOfAsync(agent, entry, cancellationToken).ConfigureAwait(false);
            if (Judge(agent, entry, state) is { } finding) findings.Add(finding);
        }
        return survey.Judge(findings, "No refresh failed or is in doubt.");
    }

    /// <summary>A store that was restored may not know it yet.</summary>
    private async Task<RefreshState> StateOfAsync(StoredAgent agent, StoredCredential entry, CancellationToken cancellationToken) =>
        entry.Refresh is RefreshState.Untroubled
        && await refreshable.FindAsync(agent.Agent, entry.Id, cancellationToken).ConfigureAwait(false) is { } login
        && await ends.FindAsync(login, cancellationToken).ConfigureAwait(false) is { } end
            ? RefreshSave.StateOf(end)
            : entry.Refresh;

    private Finding? Judge(StoredAgent agent, StoredCredential entry, RefreshState state)
    {
        var remedy = signIn.RemedyFor(agent, entry.Id, entry.Provider, entry.Credential, entry.Source);
        return state switch
        {
            RefreshState.OutcomeUnknown => new(
                "refresh-outcome-unknown", FindingSeverity.Warning,
                $"The process that refreshed {entry.Id} ended before it knew the answer. The access token serves while the vendor accepts it, and nobody else is charged.", remedy),
            RefreshState.Refused => new("sign-in-needed", FindingSeverity.Error, $"The issuer does not take the refresh token of {entry.Id} any more.", remedy),
            RefreshState.Restored => new(
                "store-restored", FindingSeverity.Error,
                $"{entry.Id} comes from a copy that is older than its last refresh: its refresh token was spent before, and is not sent again.", remedy),
            RefreshState.ClientRefused => new(
                "issuer-refuses-client", FindingSeverity.Error,
                $"The issuer refuses to refresh {entry.Id} for the client that is configured. The access token serves until it ends.",
                $"Check ClientId and TokenUrl in Auth:OAuth:{entry.Provider}, and restart. If they are right: {remedy}"),
            _ => null,
        };
    }
}
