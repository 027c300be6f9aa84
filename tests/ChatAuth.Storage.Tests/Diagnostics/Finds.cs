using ChatAuth.Core.Diagnostics;

namespace ChatAuth.Storage.Tests.Diagnostics;

/// <summary>What a check comes to, as a test reads it.</summary>
internal static class Finds
{
    /// <summary>The codes, each with its severity; none when it passes, and a failure when it skips.</summary>
    public static async Task<IReadOnlyList<string>> InAsync(ICheck check) => await check.RunAsync(default) switch
    {
        CheckResult.Found found => [.. found.Findings.Select(finding => $"{finding.Severity} {finding.Code}")],
        CheckResult.Passed => [],
        var skipped => throw new AssertionException($"It was {skipped}"),
    };
}
