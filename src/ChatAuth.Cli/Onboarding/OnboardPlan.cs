using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;

namespace ChatAuth.Cli.Onboarding;

/// <summary>What was decided; nothing of it is done yet.</summary>
internal sealed record OnboardPlan
{
    /// <summary>What Clawdbot has and this installation has not is taken over.</summary>
    public bool TakesClawdbot { get; init; }

    /// <summary>The programs whose logins may be chosen automatically from now on.</summary>
    public IReadOnlyList<ICredentialSource> Accepted { get; init; } = [];

    /// <summary>The programs whose logins are only pinned from now on; said, so that it is not asked again.</summary>
    public IReadOnlyList<ICredentialSource> Declined { get; init; } = [];

    /// <summary>Keys of the environment that are stored.</summary>
    public IReadOnlyList<StoredCredential> Keys { get; init; } = [];

    /// <summary>A key that a person gave; it takes the place of a stored one. Null for none.</summary>
    public StoredCredential? Given { get; init; }

    /// <summary>The new default model; null leaves it.</summary>
    public ModelRef? Model { get; init; }
}
