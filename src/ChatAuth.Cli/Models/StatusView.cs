using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Cli.Models;

/// <summary>All that <c>models status</c> shows, in words or as JSON.</summary>
/// <param name="Report">The credentials.</param>
/// <param name="Settings">The configuration.</param>
/// <param name="Agent">The agent and its store.</param>
/// <param name="Environment">What the environment held of keys.</param>
/// <param name="Paths">Where the state is.</param>
/// <param name="Imports">What became of the logins of other programs.</param>
internal sealed record StatusView(
    CredentialReport Report, ChatAuthSettings Settings, AgentScope Agent, EnvironmentReading Environment, StatePaths Paths, IReadOnlyList<ImportOutcome> Imports)
{
    /// <summary>What came of the probes; null when none was asked for.</summary>
    public IReadOnlyList<ProbeRow>? Probes { get; init; }

    /// <summary>The verdict, by which the check exits: a credential that its vendor says does not serve is enough, whoever else could.</summary>
    public CredentialHealth Health => Probes?.Any(row => row.Result.IsUnhealthy) == true ? CredentialHealth.Unserved : Report.Health;
}
