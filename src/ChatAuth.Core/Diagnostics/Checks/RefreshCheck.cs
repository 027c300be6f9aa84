using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>What became of the refreshes of OAuth logins.</summary>
internal sealed class RefreshCheck(StoredAgents agents, SignIn signIn) : ICheck
{
    public string Name => "refresh";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var survey = await agents.LoadAsync(cancellationToken).ConfigureAwait(false);
        var logins = survey.Agents.SelectMany(agent => agent.Own, (agent, entry) => (Agent: agent, Entry: entry)).Where(login => login.Entry.Credential is Credential.OAuth).ToList();
        if (logins.Count == 0 && survey.Unreadable.Count == 0) return new CheckResult.Skipped("No OAuth login is stored, so there is nothing to refresh.");
        return survey.Judge([.. logins.Select(login => Judge(login.Agent, login.Entry)).OfType<Finding>()], "No refresh failed or is in doubt.");
    }

    private Finding? Judge(StoredAgent agent, StoredCredential entry)
    {
        var remedy = signIn.RemedyFor(agent, entry.Id, entry.Provider, entry.Credential, entry.Source);
        return entry.Refresh switch
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
