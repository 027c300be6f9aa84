using System.CommandLine;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Doctor;

/// <summary><c>chatauth doctor</c>.</summary>
internal static class DoctorCommand
{
    public static Command Create(CliHost host)
    {
        var fix = new Option<bool>("--fix") { Description = "First mend what is safe: permissions, and files that dead writers left behind." };
        var online = new Option<bool>("--online") { Description = "Also ask whether the configured endpoints answer; no credential is sent there." };
        var json = Switches.Json();
        var command = new Command("doctor", "Look whether this installation works: 0 fine, 1 findings, 2 warnings only.") { fix, online, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(host, new Examination(host, parsed.GetValue(online)), parsed.GetValue(fix), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, Examination examination, bool fix, CancellationToken cancellationToken)
    {
        var mended = fix ? await examination.MendAsync(cancellationToken).ConfigureAwait(false) : null;
        var results = await examination.RunAsync(cancellationToken).ConfigureAwait(false);
        if (host.Json) JsonOutput.Write(host.Output, json => DoctorJson.Write(json, mended, results));
        else DoctorText.Write(host.Output, mended ?? [], results);
        List<Finding> findings = [.. results.Select(entry => entry.Result).OfType<CheckResult.Found>().SelectMany(found => found.Findings)];
        return findings.Count == 0 ? ExitCodes.Ok
            : findings.Exists(finding => finding.Severity is FindingSeverity.Error) ? ExitCodes.Findings : ExitCodes.WarningsOnly;
    }
}
