using ChatAuth.Core.Diagnostics;

namespace ChatAuth.Cli.Doctor;

/// <summary>What the doctor did and saw, a line each, with the remedy below a finding.</summary>
internal static class DoctorText
{
    public static void Write(TextWriter output, IReadOnlyList<MendedPlace> mended, IReadOnlyList<CheckReport> reports)
    {
        foreach (var place in mended) output.WriteLine($"fixed    {place.Check}: {place.What}");
        foreach (var report in reports) Write(output, report);
    }

    private static void Write(TextWriter output, CheckReport report)
    {
        switch (report.Result)
        {
            case CheckResult.Passed passed: output.WriteLine($"ok       {report.Check}: {passed.Seen}"); break;
            case CheckResult.Skipped skipped: output.WriteLine($"skipped  {report.Check}: {skipped.Why}"); break;
            case CheckResult.Found found:
                foreach (var finding in found.Findings)
                {
                    output.WriteLine($"{(finding.Severity is FindingSeverity.Error ? "error   " : "warning ")} {report.Check}: {finding.Message} [{finding.Code}]");
                    output.WriteLine($"         {finding.Remedy}");
                }
                break;
        }
    }
}
