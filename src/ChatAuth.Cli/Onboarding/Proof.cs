using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Onboarding;

/// <summary>Who pays for the default model when the operator asks: the resolver's own decision.</summary>
/// <param name="Model">The default model.</param>
/// <param name="Payer">Who pays; null when nobody can.</param>
/// <param name="Missing">Each candidate and why it cannot, where nobody can.</param>
/// <param name="CanBeCalled">This installation can call the vendor.</param>
internal sealed record Proof(ModelRef Model, AuthProfile? Payer, IReadOnlyList<Candidate> Missing, bool CanBeCalled)
{
    public static async Task<Proof> OfAsync(CliHost host, CancellationToken cancellationToken)
    {
        var source = host.Get<RosterSource>();
        var roster = await source.LoadAsync(AgentId.Main, host.Now, cancellationToken).ConfigureAwait(false);
        var report = CredentialReport.Of(host.Get<ChatAuthSettings>(), roster, _ => true, host.Now);
        var resolution = report.Providers.First(provider => provider.Provider == report.Default.Provider).Resolution;
        return new(report.Default, resolution.Chosen?.Profile, resolution.Chosen is null ? resolution.Candidates : [], source.FindProvider(report.Default.Provider) is not null);
    }
}
