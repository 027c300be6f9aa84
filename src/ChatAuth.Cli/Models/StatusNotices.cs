using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>Tells the operator what owners are told, each thing once. A broken session database never hides what is to be told.</summary>
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
        var told = new List<OwnerNotice>();
        foreach (var notice in host.Get<DueNotices>().Of(agent, report).Concat<OwnerNotice>(await PinsAsync(host, agent, report, cancellationToken).ConfigureAwait(false)))
        {
            if (await RecordAsync(host, notice, cancellationToken).ConfigureAwait(false) is { } news) told.Add(news);
        }
        if (host.Json)
        {
            JsonOutput.WriteArray(host.Output, told, (json, notice) => NoticeOutput.Write(json, notice, report.At));
            return;
        }
        foreach (var notice in told) host.Output.WriteLine(NoticeOutput.Line(notice, report.At));
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

    /// <summary>Pins do not belong to an agent: they are looked at with the main one.</summary>
    private static async Task<IReadOnlyList<OwnerNotice>> PinsAsync(CliHost host, AgentId agent, CredentialReport report, CancellationToken cancellationToken)
    {
        try
        {
            return agent.IsMain ? await host.Get<DueNotices>().OfPinsAsync(report, cancellationToken).ConfigureAwait(false) : [];
        }
        catch (ChatAuthException broken)
        {
            Warn(host, broken);
            return [];
        }
    }

    private static async Task<OwnerNotice?> RecordAsync(CliHost host, OwnerNotice notice, CancellationToken cancellationToken)
    {
        try
        {
            return await notice.RecordAsync(host.Get<INoticeLedger>(), cancellationToken).ConfigureAwait(false);
        }
        catch (ChatAuthException broken)
        {
            Warn(host, broken);
            return notice;
        }
    }

    private static void Warn(CliHost host, ChatAuthException broken) =>
        host.Error.WriteLine($"warning [{broken.Code.Id}]: {broken.Code.Message} What was told cannot be recorded, so it may be told again.");
}
