using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>Tells the operator about the ends of credentials, each stage of each end once. A broken session database never hides what is to be told.</summary>
internal static class StatusNotices
{
    /// <summary>The report; without anybody's health where the database does not give it.</summary>
    public static async Task<CredentialReport> ReportAsync(CliHost host, AgentId agent, IReadOnlyList<ImportOutcome> imports, CancellationToken cancellationToken)
    {
        var source = host.Get<RosterSource>();
        var roster = await LoadAsync(host, source, agent, cancellationToken).ConfigureAwait(false);
        return CredentialReport.Of(host.Get<ChatAuthSettings>(), roster, provider => source.FindProvider(provider) is not null, host.Now, imports);
    }

    /// <summary>Writes what is due and was not told before; as JSON an array. What cannot be recorded is told, and will be told again.</summary>
    public static async Task TellAsync(CliHost host, AgentId agent, CredentialReport report, CancellationToken cancellationToken)
    {
        var told = new List<ExpiryNotice>();
        foreach (var notice in ExpiryNotice.Of(report))
        {
            if (await IsNewAsync(host, agent, notice, cancellationToken).ConfigureAwait(false)) told.Add(notice);
        }
        if (host.Json)
        {
            JsonOutput.WriteArray(host.Output, told, (json, notice) =>
            {
                json.WriteString("profileId", notice.Profile.Id.ToString());
                json.WriteString("stage", notice.StageName);
                json.WriteMoment("endsAt", notice.Ends);
                json.WriteRemaining("remainingMs", notice.Ends, report.At);
                json.WriteString("remedy", Renewal.Of(notice.Profile, host.All<ICredentialSource>()));
            });
            return;
        }
        foreach (var notice in told)
        {
            host.Output.WriteLine($"{notice.Profile.Id} {(notice.Stage is ExpiryStage.Ended ? "ended" : "ends")} {Remaining.Text(notice.Ends, report.At)}: {Renewal.Of(notice.Profile, host.All<ICredentialSource>())}");
        }
    }

    private static async ValueTask<ProfileRoster> LoadAsync(CliHost host, RosterSource source, AgentId agent, CancellationToken cancellationToken)
    {
        try
        {
            return await source.LoadAsync(agent, host.Now, cancellationToken).ConfigureAwait(false);
        }
        catch (ChatAuthException broken)
        {
            var unrested = new RosterSource(
                host.Get<ICredentialStore>(), new UnknownHealth(), host.All<IModelProvider>(), host.Get<ChatAuthSettings>(), host.Get<Fingerprints>(), host.Get<IEnvironmentKeys>());
            var roster = await unrested.LoadAsync(agent, host.Now, cancellationToken).ConfigureAwait(false); // Throws again where it is the credential store that is broken.
            Warn(host, broken);
            return roster;
        }
    }

    private static async Task<bool> IsNewAsync(CliHost host, AgentId agent, ExpiryNotice notice, CancellationToken cancellationToken)
    {
        try
        {
            return await host.Get<INoticeLedger>().TryRecordAsync(notice.SubjectFor(agent), notice.StageName, cancellationToken).ConfigureAwait(false);
        }
        catch (ChatAuthException broken)
        {
            Warn(host, broken);
            return true;
        }
    }

    private static void Warn(CliHost host, ChatAuthException broken) =>
        host.Error.WriteLine($"warning [{broken.Code.Id}]: {broken.Code.Message} What was told cannot be recorded, so it may be told again.");
}
