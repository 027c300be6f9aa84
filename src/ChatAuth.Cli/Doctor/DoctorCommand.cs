using System.CommandLine;
using System.Text.Json;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Doctor;

/// <summary><c>chatauth doctor</c>.</summary>
internal static class DoctorCommand
{
    public static Command Create(CliHost host)
    {
        var json = Switches.Json();
        var command = new Command("doctor", "Look whether this installation works: 0 fine, 1 findings, 2 warnings only.") { json };
        command.SetAction((_, cancellationToken) => RunAsync(host, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliHost host, CancellationToken cancellationToken)
    {
        var results = new List<(ICheck Check, CheckResult Result)>();
        foreach (var check in host.All<ICheck>()) results.Add((check, await RunAsync(check, cancellationToken).ConfigureAwait(false)));
        if (host.Json) JsonOutput.Write(host.Output, json => Write(json, results));
        else foreach (var (check, result) in results) Write(host.Output, check, result);
        List<Finding> findings = [.. results.Select(entry => entry.Result).OfType<CheckResult.Found>().SelectMany(found => found.Findings)];
        return findings.Count == 0 ? ExitCodes.Ok
            : findings.Exists(finding => finding.Severity is FindingSeverity.Error) ? ExitCodes.Findings : ExitCodes.WarningsOnly;
    }

    private static async Task<CheckResult> RunAsync(ICheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ChatAuthException broken)
        {
            return new CheckResult.Found([new Finding(broken.Code.Id, FindingSeverity.Error, $"{broken.Code.Message} {broken.Detail}".TrimEnd(), broken.Code.Remedy)]);
        }
    }

    private static void Write(TextWriter output, ICheck check, CheckResult result)
    {
        switch (result)
        {
            case CheckResult.Passed passed: output.WriteLine($"ok       {check.Name}: {passed.Seen}"); break;
            case CheckResult.Skipped skipped: output.WriteLine($"skipped  {check.Name}: {skipped.Why}"); break;
            case CheckResult.Found found:
                foreach (var finding in found.Findings)
                {
                    output.WriteLine($"{(finding.Severity is FindingSeverity.Error ? "error   " : "warning ")} {check.Name}: {finding.Message} [{finding.Code}]");
                    output.WriteLine($"         {finding.Remedy}");
                }
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<(ICheck Check, CheckResult Result)> results)
    {
        json.WriteStartArray("checks");
        foreach (var (check, result) in results)
        {
            json.WriteStartObject();
            json.WriteString("name", check.Name);
            json.WriteString("result", Kebab.Of(result.GetType().Name));
            switch (result)
            {
                case CheckResult.Passed passed: json.WriteString("seen", passed.Seen); break;
                case CheckResult.Skipped skipped: json.WriteString("why", skipped.Why); break;
                case CheckResult.Found found: Write(json, found.Findings); break;
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", Kebab.Of(finding.Severity.ToString()));
            json.WriteString("message", finding.Message);
            json.WriteString("remedy", finding.Remedy);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
