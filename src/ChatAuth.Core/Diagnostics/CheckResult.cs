namespace ChatAuth.Core.Diagnostics;

/// <summary>What a check came to.</summary>
public abstract record CheckResult
{
    private protected CheckResult() { }

    /// <summary>What a look came to that left nothing out.</summary>
    /// <param name="findings">What was found; none is a pass.</param>
    /// <param name="seen">What to say when nothing was found.</param>
    public static CheckResult Of(IReadOnlyList<Finding> findings, string seen) => findings.Count > 0 ? new Found(findings) : new Passed(seen);

    /// <summary>All is well.</summary>
    /// <param name="Seen">What was seen, as a sentence for the operator.</param>
    public sealed record Passed(string Seen) : CheckResult;

    /// <summary>Something is to be done, or to be known.</summary>
    /// <param name="Findings">At least one.</param>
    public sealed record Found(IReadOnlyList<Finding> Findings) : CheckResult;

    /// <summary>It was not looked at: that is no "passed".</summary>
    /// <param name="Why">Why not, as a sentence.</param>
    public sealed record Skipped(string Why) : CheckResult;
}
