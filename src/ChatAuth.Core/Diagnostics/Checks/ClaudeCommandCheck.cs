using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>Whether the program is there by which the profile <c>anthropic:claude-cli</c> is signed in anew.</summary>
/// <param name="agents">All agents.</param>
/// <param name="settings">The configuration.</param>
/// <param name="findCommand">Finds a program as a shell would; null where there is none that can be run.</param>
internal sealed class ClaudeCommandCheck(StoredAgents agents, ChatAuthSettings settings, Func<string, string?> findCommand) : ICheck
{
    private static readonly ProfileId Profile = ProfileId.Parse("anthropic:claude-cli");

    public string Name => "claude-command";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var survey = await agents.LoadAsync(cancellationToken).ConfigureAwait(false);
        if (!settings.Profiles.ContainsKey(Profile) && !survey.Agents.Any(agent => agent.Known.Contains(Profile)))
            return new CheckResult.Skipped($"Nothing is stored or configured as {Profile}.");
        return findCommand("claude") is { } path
            ? new CheckResult.Passed($"{path} can be run.")
            : new CheckResult.Found([new Finding(
                "claude-command-missing", FindingSeverity.Warning, $"{Profile} is signed in anew by the program claude, which is not on PATH.", "npm install -g @anthropic-ai/claude-code")]);
    }
}
