namespace ChatAuth.Core.Diagnostics;

/// <summary>One thing that the doctor looks at. It proves instead of parsing, and changes nothing.</summary>
public interface ICheck
{
    /// <summary>Its name in kebab case, such as <c>telegram-bot</c>.</summary>
    string Name { get; }

    /// <summary>Looks. What is wrong is a finding; only cancellation is thrown.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    Task<CheckResult> RunAsync(CancellationToken cancellationToken);
}

/// <summary>What a check came to.</summary>
public abstract record CheckResult
{
    private protected CheckResult() { }

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

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>It works, but perhaps not as expected.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Error,
}

/// <summary>Something that the doctor found.</summary>
/// <param name="Code">Its stable name in kebab case.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is so, as a sentence for the operator.</param>
/// <param name="Remedy">What to do; a command that can be pasted, or a sentence.</param>
public sealed record Finding(string Code, FindingSeverity Severity, string Message, string Remedy);
