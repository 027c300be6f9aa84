using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>Whether an alias takes a name that people would type for something else. An alias wins over all of them.</summary>
internal sealed class AliasesCheck(StoredAgents agents, ChatAuthSettings settings) : ICheck
{
    public string Name => "aliases";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var survey = await agents.LoadAsync(cancellationToken).ConfigureAwait(false);
        var profiles = survey.Agents.SelectMany(agent => agent.Own).Select(entry => entry.Id.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return survey.Judge(
            [.. settings.Catalog.Aliases.SelectMany(alias => Judge(alias.Key, alias.Value, profiles))],
            "No alias is the name of something else.");
    }

    private IEnumerable<Finding> Judge(string alias, CatalogModel model, HashSet<string> profiles)
    {
        var other = settings.Catalog.Models.FirstOrDefault(listed => listed.Ref.Model.Equals(alias, StringComparison.OrdinalIgnoreCase) && listed.Ref != model.Ref);
        if (other is not null)
        {
            yield return new("alias-shadows-model", FindingSeverity.Warning, $"/{alias} means {model.Ref}, and hides {other.Ref}, whose own id it is.", Remove(alias));
        }
        if (profiles.Contains(alias))
        {
            yield return new(
                "alias-shadows-profile", FindingSeverity.Warning, $"{alias} is an alias of {model.Ref} and the name of a profile: /model {alias} chooses the model.", Remove(alias));
        }
        if (AliasName.HostCommands.FirstOrDefault(command => IsSlipOf(alias, command)) is { } near)
        {
            yield return new("alias-near-command", FindingSeverity.Warning, $"/{alias} is one slip away from /{near}, a command of chat hosts.", Remove(alias));
        }
    }

    /// <summary>One edit, and no word that merely begins with the command.</summary>
    private static bool IsSlipOf(string alias, string command) =>
        Math.Abs(alias.Length - command.Length) <= 1
        && alias.Length > 2
        && NearMiss.Of(alias, [command]).Count > 0;

    private static string Remove(string alias) => $"chatauth models aliases remove {alias}";
}
