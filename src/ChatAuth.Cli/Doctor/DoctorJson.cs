using System.Text.Json;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Doctor;

/// <summary>The same as JSON.</summary>
internal static class DoctorJson
{
    /// <param name="json">Where to.</param>
    /// <param name="mended">What was mended; null where it was not asked for, and then there is no <c>fixed</c>.</param>
    /// <param name="reports">What was seen.</param>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<MendedPlace>? mended, IReadOnlyList<CheckReport> reports)
    {
        if (mended is not null) Write(json, mended);
        json.WriteStartArray("checks");
        foreach (var (check, result) in reports)
        {
            json.WriteStartObject();
            json.WriteString("name", check);
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

    private static void Write(Utf8JsonWriter json, IReadOnlyList<MendedPlace> mended)
    {
        json.WriteStartArray("fixed");
        foreach (var place in mended)
        {
            json.WriteStartObject();
            json.WriteString("check", place.Check);
            json.WriteString("what", place.What);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
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
