using System.Globalization;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>Whether somebody can pay for every provider in use, now and soon, and what is wrong with each stored credential.</summary>
/// <param name="agents">All agents.</param>
/// <param name="source">Finds who reads their profiles: making it needs a key of the installation, which may be damaged.</param>
/// <param name="settings">The configuration.</param>
/// <param name="signIn">How each is replaced.</param>
/// <param name="borrow">Looks at the logins of other programs.</param>
/// <param name="time">The clock.</param>
internal sealed class CredentialsCheck(
    StoredAgents agents, Func<RosterSource> source, ChatAuthSettings settings, SignIn signIn, Func<CancellationToken, Task<IReadOnlyList<ImportOutcome>>> borrow, TimeProvider time) : ICheck
{
    public string Name => "credentials";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var imports = await borrow(cancellationToken).ConfigureAwait(false);
        var survey = await agents.LoadAsync(cancellationToken).ConfigureAwait(false);
        var findings = new List<Finding>();
        foreach (var agent in survey.Agents)
        {
            var profiles = source();
            var roster = await profiles.LoadAsync(agent.Agent, now, cancellationToken).ConfigureAwait(false);
            var report = CredentialReport.Of(settings, roster, vendor => profiles.FindProvider(vendor) is not null, now, imports);
            foreach (var provider in report.Providers) findings.AddRange(Judge(agent, provider, now));
        }
        return survey.Judge(findings, "Every provider in use has somebody who can pay, and no credential has ended or ends soon.");
    }

    /// <summary>What an agent inherits is told once, with the main agent.</summary>
    private List<Finding> Judge(StoredAgent agent, ProviderReport provider, DateTimeOffset now)
    {
        var own = provider.Profiles.Where(entry => agent.Agent.IsMain || agent.Own.Any(stored => stored.Id == entry.Profile.Id)).ToList();
        var unserved = provider is { IsInUse: true, Health: CredentialHealth.Unserved };
        var severity = unserved ? FindingSeverity.Error : FindingSeverity.Warning;
        var findings = own.Select(entry => Judge(agent, entry, severity, now)).OfType<Finding>().ToList();
        var told = findings.Exists(finding => finding.Severity is FindingSeverity.Error);
        if (unserved && !told && (agent.Agent.IsMain || own.Count > 0)) findings.Add(Unserved(agent, provider));
        return findings;
    }

    private Finding? Judge(StoredAgent agent, ProfileReport entry, FindingSeverity severity, DateTimeOffset now)
    {
        var profile = entry.Profile;
        var id = profile.Id;
        var remedy = signIn.RemedyFor(agent, id, profile.Provider, profile.Credential, profile.Source);
        var (state, reason, until) = CandidateStanding.Of(new RosterEntry(profile, entry.Health), now, settings.WarnWithin);
        return (state, reason) switch
        {
            (CandidateState.Expired, _) => new("credential-expired", severity, $"{id} ended on {Text(until)}.", remedy),
            (CandidateState.Expiring, _) => new("credential-expiring", FindingSeverity.Warning, $"{id} ends on {Text(until)}.", remedy),
            (CandidateState.Disabled, _) => new(
                "credential-disabled", severity, $"The account of {id} could not pay; it rests until {Text(until)}.", "Top up the account at its vendor, or pin another profile."),
            (_, CandidateReason.Blank) => new("credential-blank", severity, $"What is stored as {id} is blank or malformed.", remedy),
            (_, CandidateReason.KindUnknown) => new("credential-kind-unknown", severity, $"{id} is of a kind that this version does not know.", "Update this program."),
            (_, CandidateReason.ModeMismatch) => new(
                "credential-kind-other", severity, $"{id} is stored as {profile.Credential.Kind}; its entry in Auth:Profiles names another kind.", "Correct Auth:Profiles, or store the credential that it names."),
            (_, CandidateReason.OriginChanged) => new(
                "origin-changed", severity, $"{id} belongs to another endpoint than the one that is configured now, and is not sent there.", Remedy.ToRebind(agent.Agent, profile).Command),
            _ => null,
        };
    }

    private static Finding Unserved(StoredAgent agent, ProviderReport provider) => provider.Profiles.Count == 0
        ? new("credential-missing", FindingSeverity.Error, $"The models in use need {provider.Provider}, and nothing is stored for it.", SignIn.RemedyFor(provider.Provider))
        : new(
            "provider-unserved", FindingSeverity.Error, $"Nobody can pay at {provider.Provider} now: {Kebab.Of(provider.Because ?? CandidateReason.Missing)}.",
            $"chatauth models status{agent.Option}");

    private static string Text(DateTimeOffset? moment) => moment?.ToString("u", CultureInfo.InvariantCulture) ?? "an unknown day";
}
