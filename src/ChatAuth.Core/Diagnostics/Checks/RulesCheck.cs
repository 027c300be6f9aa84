using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>Whether each rule of <c>Auth:Rules</c> can ever decide anything.</summary>
internal sealed class RulesCheck(StoredAgents agents, ChatAuthSettings settings) : ICheck
{
    public string Name => "rules";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        if (settings.Rules.Count == 0) return new CheckResult.Skipped("Auth:Rules has no rule.");
        var survey = await agents.LoadAsync(cancellationToken).ConfigureAwait(false);
        var known = survey.Agents.SelectMany(agent => agent.Known).ToHashSet();
        var all = survey.Unreadable.Count == 0;
        return survey.Judge([.. settings.Rules.Select((_, index) => Judge(index, known, all)).OfType<Finding>()], "Every rule can decide something.");
    }

    private Finding? Judge(int index, HashSet<ProfileId> known, bool all)
    {
        var rule = settings.Rules[index];
        var missing = all ? rule.Profiles.Where(id => !known.Contains(id)).ToList() : [];
        if (missing.Count > 0)
        {
            var none = missing.Count == rule.Profiles.Count && rule.Effect is RuleEffect.Require;
            return none
                ? new("rule-leaves-nobody", FindingSeverity.Error, $"The rule {rule.Id} requires only profiles that are not stored: where it holds, nobody is chosen.", Correct(index))
                : new("rule-names-missing", FindingSeverity.Warning, $"The rule {rule.Id} names {string.Join(", ", missing)}, which is not stored.", Correct(index));
        }
        if (rule.Models.Count > 0 && !rule.Models.Any(pattern => rule.Profiles.Any(id => Speaks(pattern, id.Provider))))
            return new("rule-never-wins", FindingSeverity.Warning, $"The rule {rule.Id} never decides: none of its profiles serves one of its models.", Correct(index));
        if (settings.Rules.FirstOrDefault(other => other != rule && KeepsOut(other, rule)) is { } stronger)
            return new("rule-never-wins", FindingSeverity.Warning, $"The rule {rule.Id} never decides: where it holds, {stronger.Id} keeps its profiles out.", Correct(index));
        return settings.Rules.Take(index).FirstOrDefault(earlier => earlier.Effect == rule.Effect && RuleReach.Covers(earlier, rule) && rule.Profiles.All(earlier.Profiles.Contains)) is { } first
            ? new("rule-shadowed", FindingSeverity.Warning, $"The rule {rule.Id} never decides: {first.Id} says the same before it.", Correct(index))
            : null;
    }

    /// <summary>Forbidding rules hold wherever they stand; requiring ones keep out what no requiring rule admits.</summary>
    private bool KeepsOut(ProfileRule stronger, ProfileRule rule) => RuleReach.Covers(stronger, rule) && stronger.Effect switch
    {
        RuleEffect.Forbid => rule.Effect is not RuleEffect.Forbid && rule.Profiles.All(stronger.Profiles.Contains),
        RuleEffect.Require => rule.Effect is RuleEffect.Prefer
            && !settings.Rules.Any(other => other.Effect is RuleEffect.Require && other.Profiles.Any(rule.Profiles.Contains)),
        _ => false,
    };

    /// <summary>A profile mostly serves the provider that its id names; a rule about another one is a slip.</summary>
    private static bool Speaks(string pattern, ProviderId provider) => pattern.StartsWith($"{provider}/", StringComparison.Ordinal);

    private static string Correct(int index) => $"Correct Auth:Rules[{index}] in the configuration.";
}
