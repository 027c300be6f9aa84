using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary><c>chatauth models status</c>.</summary>
internal static class StatusCommand
{
    public static Command Create(CliHost host, string name, string description)
    {
        var json = Switches.Json();
        var plain = new Option<bool>("--plain") { Description = "Write one line: the default model." };
        var check = new Option<bool>("--check") { Description = "Exit with 1 when a provider in use has nobody usable, 2 when all usable end soon." };
        var notify = new Option<bool>("--notify") { Description = "Write only what to tell the operator: ends, accounts that cannot pay, broken pins; each once. Exit codes as of --check." };
        var agent = AgentScope.Option();
        var command = new Command(name, description) { json, plain, check, notify, agent };
        var probes = new ProbeSwitches();
        foreach (var option in probes.All) command.Add(option);
        command.SetAction((parsed, cancellationToken) =>
        {
            var fault = probes.Read(parsed, out var probe) ?? Contradiction(parsed.GetValue(json), parsed.GetValue(plain), parsed.GetValue(notify), probe is not null);
            return fault is not null ? Task.FromResult(host.Fail(ErrorCode.Usage, fault))
                : parsed.GetValue(notify) ? NotifyAsync(host, parsed.GetValue(agent), cancellationToken)
                : RunAsync(host, parsed.GetValue(agent), parsed.GetValue(plain), parsed.GetValue(check), probe, cancellationToken);
        });
        return command;
    }

    private static string? Contradiction(bool json, bool plain, bool notify, bool probe) => (json, plain, notify, probe) switch
    {
        (true, true, _, _) => "--json and --plain exclude each other",
        (_, true, true, _) => "--notify and --plain exclude each other",
        (_, true, _, true) => "--probe and --plain exclude each other",
        (_, _, true, true) => "--probe and --notify exclude each other",
        _ => null,
    };

    private static async Task<int> RunAsync(CliHost host, AgentId agent, bool plain, bool check, ProbeArguments? probe, CancellationToken cancellationToken)
    {
        var settings = host.Get<ChatAuthSettings>();
        if (plain && !check)
        {
            host.Output.WriteLine(settings.Catalog.Default);
            return ExitCodes.Ok;
        }
        var imports = await ImportAsync(host, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ProbeResult>? probed = null;
        if (probe is not null)
        {
            (probed, var exitCode) = await StatusProbes.RunAsync(host, agent, probe, cancellationToken).ConfigureAwait(false);
            if (probed is null) return exitCode;
        }
        var now = host.Now;
        var source = host.Get<RosterSource>();
        var scope = await AgentScope.LoadAsync(host, agent, cancellationToken).ConfigureAwait(false);
        var roster = await source.LoadAsync(agent, now, cancellationToken).ConfigureAwait(false);
        var report = CredentialReport.Of(settings, roster, provider => source.FindProvider(provider) is not null, now, imports);
        var status = new StatusView(report, settings, scope, roster.Environment, host.Get<StatePaths>(), imports) { Probes = probed is null ? null : RowsOf(host, probed, roster) };
        if (plain) host.Output.WriteLine(settings.Catalog.Default);
        else if (host.Json) JsonOutput.Write(host.Output, json => StatusJson.Write(json, status));
        else StatusText.Write(host.Output, status);
        return check ? ExitCodeOf(status.Health) : ExitCodes.Ok;
    }

    private static IReadOnlyList<ProbeRow> RowsOf(CliHost host, IReadOnlyList<ProbeResult> probed, ProfileRoster roster)
    {
        var sources = host.All<ICredentialSource>().ToList();
        return [.. probed.Select(result => ProbeRow.Of(result, roster.Find(result.Target.Profile), sources))];
    }

    private static async Task<int> NotifyAsync(CliHost host, AgentId agent, CancellationToken cancellationToken)
    {
        var imports = await ImportAsync(host, cancellationToken).ConfigureAwait(false);
        var report = await StatusNotices.ReportAsync(host, agent, imports, cancellationToken).ConfigureAwait(false);
        await StatusNotices.TellAsync(host, agent, report, cancellationToken).ConfigureAwait(false);
        return ExitCodeOf(report.Health);
    }

    /// <summary>The demonstration borrows nothing.</summary>
    private static async Task<IReadOnlyList<ImportOutcome>> ImportAsync(CliHost host, CancellationToken cancellationToken) =>
        host.All<ImportUpdater>().FirstOrDefault() is { } updater ? await updater.UpdateAsync(addNew: true, cancellationToken).ConfigureAwait(false) : [];

    private static int ExitCodeOf(CredentialHealth health) => health switch
    {
        CredentialHealth.Unserved => ExitCodes.ExpiredOrMissing,
        CredentialHealth.Expiring => ExitCodes.Expiring,
        _ => ExitCodes.Ok,
    };
}
