using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>Whether everything could be read that the environment and <c>.env</c> say about keys.</summary>
/// <param name="keys">The keys; null where nobody reads them.</param>
internal sealed class EnvironmentCheck(IEnvironmentKeys? keys) : ICheck
{
    public string Name => "environment";

    public Task<CheckResult> RunAsync(CancellationToken cancellationToken) => Task.FromResult(Judge(keys?.Read()));

    private static CheckResult Judge(EnvironmentReading? read) => read switch
    {
        null => new CheckResult.Skipped("This host reads no keys of the environment."),
        { Faults.Count: 0, Credentials.Count: 0 } => new CheckResult.Skipped("The environment holds no key of a provider."),
        _ => CheckResult.Of(
            [.. read.Faults.Select(fault => new Finding("environment-unreadable", FindingSeverity.Warning, fault, "Correct that place; what it holds is not used."))],
            $"Keys are taken from {string.Join(", ", read.Credentials.Select(credential => credential.Source))}."),
    };
}
