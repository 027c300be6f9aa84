using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Credentials;

/// <summary>What the environment holds.</summary>
/// <param name="Credentials">At most one entry a provider, <c>provider:env</c>, whose source says where it comes from, such as <c>process ANTHROPIC_API_KEY</c>.</param>
/// <param name="Faults">What could not be read, each as a sentence with its line number and without any content.</param>
public sealed record EnvironmentReading(IReadOnlyList<StoredCredential> Credentials, IReadOnlyList<string> Faults)
{
    /// <summary>What is to be known about a place that was read all the same, each as a sentence with a command. Default: nothing.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The login shell was asked.</summary>
    public bool ShellAsked { get; init; }

    /// <summary>The variables that were taken from the login shell.</summary>
    public IReadOnlyList<string> ShellKeys { get; init; } = [];

    /// <summary>An environment that names nothing.</summary>
    public static EnvironmentReading Empty { get; } = new([], []);

    /// <summary>Whether a profile is one of these credentials, and not a stored one of the same id.</summary>
    public bool Holds(AuthProfile profile)
    {
        foreach (var held in Credentials)
        {
            if (held.Id == profile.Id) return held.Source == profile.Source;
        }
        return false;
    }
}
