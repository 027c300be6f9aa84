using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>Borrows the logins of other programs, as every command about credentials does, and says what became of them and which of them nobody accepted.</summary>
/// <param name="borrow">Does it.</param>
/// <param name="agents">All agents, whose orders can accept a login.</param>
/// <param name="settings">The configuration.</param>
internal sealed class ImportsCheck(
    Func<CancellationToken, Task<IReadOnlyList<ImportOutcome>>> borrow, StoredAgents agents, ChatAuthSettings settings) : ICheck
{
    public string Name => "imports";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var outcomes = await borrow(cancellationToken).ConfigureAwait(false);
        var there = outcomes.Where(outcome => outcome.Result is not (ImportResult.Nothing or ImportResult.Removed)).ToList();
        if (there.Count == 0) return new CheckResult.Skipped("No other program's login is here, or it was removed from the imports.");
        var survey = await agents.LoadAsync(cancellationToken).ConfigureAwait(false);
        return CheckResult.Of(
            [.. there.Select(outcome => Judge(outcome, survey)).OfType<Finding>()],
            $"The login of {string.Join(", ", there.Select(outcome => outcome.Program))} can be read, and is accepted.");
    }

    private Finding? Judge(ImportOutcome outcome, StoredAgents.Survey survey)
    {
        var (program, profile, remedy) = (outcome.Program, outcome.Profile, outcome.SignInCommand);
        return outcome.Result switch
        {
            ImportResult.Unusable => new("import-unusable", FindingSeverity.Error, $"The login of {program} cannot be used: {outcome.Why}", remedy),
            ImportResult.NotSaved => new(
                "import-not-saved", FindingSeverity.Error, $"The login of {program} could not be stored: {outcome.Code?.Message}", outcome.Code?.Remedy ?? "chatauth doctor --fix"),
            ImportResult.Ended => new("import-ended", FindingSeverity.Warning, $"The login of {program} has ended.", remedy),
            ImportResult.Refused => new("import-refused", FindingSeverity.Warning, $"The vendor does not accept the login of {program}.", remedy),
            ImportResult.AccountChanged => new(
                "import-account-changed", FindingSeverity.Warning, $"Another login, or one that is not proven to be the same, is now {profile}: pins on it are broken.", "/model status"),
            ImportResult.Unproven => new(
                "import-unproven", FindingSeverity.Warning, $"Whose the new login of {program} is, is not proven: {profile} stays what it was until that ends.", remedy),
            _ when !IsAccepted(outcome, survey) => new(
                "import-not-accepted", FindingSeverity.Warning, $"The login of {program} is visible as {profile} and can be pinned; it is not chosen automatically.",
                $"chatauth models auth accept {outcome.Source}"),
            _ => null,
        };
    }

    private bool IsAccepted(ImportOutcome outcome, StoredAgents.Survey survey) =>
        settings.Imports.GetValueOrDefault(outcome.Source) is { Accepted: true }
        || settings.Orders.Values.Any(order => order.Ids.Contains(outcome.Profile))
        || survey.Agents.Any(agent => agent.Stored.Orders.Values.Any(order => order.Contains(outcome.Profile)));
}
