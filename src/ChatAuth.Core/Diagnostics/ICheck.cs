namespace ChatAuth.Core.Diagnostics;

/// <summary>One thing that the doctor looks at. It proves instead of parsing, and leaves what it looks at as it was; only the logins of other programs are borrowed on the way.</summary>
public interface ICheck
{
    /// <summary>Its name in kebab case, such as <c>telegram-bot</c>.</summary>
    string Name { get; }

    /// <summary>Looks. What is wrong is a finding; only cancellation is thrown.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    Task<CheckResult> RunAsync(CancellationToken cancellationToken);
}
