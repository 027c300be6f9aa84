using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>Probes what was asked for before the status is shown, so that it shows what a refresh, or a record, made of it.</summary>
internal static class StatusProbes
{
    /// <returns>What came of it; null with the exit code of what was typed wrong.</returns>
    public static async Task<(IReadOnlyList<ProbeResult>? Results, int ExitCode)> RunAsync(
        CliHost host, AgentId agent, ProbeArguments arguments, CancellationToken cancellationToken)
    {
        var roster = await host.Get<RosterSource>().LoadAsync(agent, host.Now, cancellationToken).ConfigureAwait(false);
        var (scope, exitCode) = arguments.Resolve(host, host.Get<ChatAuthSettings>().Catalog, roster);
        if (scope is null) return (null, exitCode);
        var probes = host.Get<CredentialProbes>();
        var targets = await probes.ListAsync(agent, scope, cancellationToken).ConfigureAwait(false);
        try
        {
            var progress = host.ShowsProgress && targets.Count > 0 ? new ProbeProgress(host.Error, targets.Count) : null;
            var run = arguments.Run with { Agent = agent };
            return (await probes.RunAsync(targets, run, _ => progress?.Count(), cancellationToken).ConfigureAwait(false), ExitCodes.Ok);
        }
        finally
        {
            // An exchange that is under way is paid for: its answer is saved, whoever has stopped waiting.
            await host.Get<OAuthRefresher>().WhenLandedAsync().ConfigureAwait(false);
        }
    }
}
