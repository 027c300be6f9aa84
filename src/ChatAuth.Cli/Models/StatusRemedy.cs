using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>What to run for a provider in use where nobody can pay, or soon nobody will.</summary>
internal static class StatusRemedy
{
    /// <summary>Commands, each of which helps; none where there is nothing to do. The doctor says more about each credential.</summary>
    public static IReadOnlyList<string> For(ProviderReport provider, StatusView view)
    {
        if (provider is not { IsInUse: true, Health: not CredentialHealth.Healthy }) return [];
        var imports = view.Imports.Where(outcome => outcome.Profile.Provider == provider.Provider).ToList();
        if (provider.Profiles.Count == 0)
        {
            var option = view.Agent is { Agent: { IsMain: false } agent, HasOwn: true } ? $" --agent {agent}" : "";
            return [$"chatauth models auth paste-api-key --provider {provider.Provider}{option}", .. imports.Select(Bring)];
        }
        var pending = imports.Where(outcome => provider.Resolution.Find(outcome.Profile) is { } candidate && NeedsWork(candidate)).ToList();
        return pending.Count > 0 ? [.. pending.Select(outcome => Mend(outcome, provider.Resolution.Find(outcome.Profile)!))] : ["chatauth doctor"];
    }

    private static bool NeedsWork(Candidate candidate) =>
        candidate.Reason is CandidateReason.NotAccepted || candidate.State is CandidateState.Expired or CandidateState.Expiring;

    private static string Bring(ImportOutcome outcome) =>
        outcome.Result is ImportResult.Removed ? Accept(outcome) : outcome.SignInCommand;

    private static string Mend(ImportOutcome outcome, Candidate candidate) =>
        candidate.Reason is CandidateReason.NotAccepted ? Accept(outcome) : outcome.SignInCommand;

    private static string Accept(ImportOutcome outcome) => $"chatauth models auth accept {outcome.Source}";
}
