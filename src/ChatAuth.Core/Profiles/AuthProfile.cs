using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Profiles;

/// <summary>A named account at a provider: a stored credential with what the operator's configuration says about it.</summary>
public sealed record AuthProfile
{
    /// <summary>Its id.</summary>
    public required ProfileId Id { get; init; }

    /// <summary>The provider that it serves.</summary>
    public required ProviderId Provider { get; init; }

    /// <summary>What it authenticates with.</summary>
    public required Credential Credential { get; init; }

    /// <summary>Who is really charged.</summary>
    public required Payer Payer { get; init; }

    /// <summary>A keyed hash of all its secrets: another text is another credential.</summary>
    public required string Revision { get; init; }

    /// <summary>How its use is paid.</summary>
    public required BillingClass Billing { get; init; }

    /// <summary>The name that may be shown in public.</summary>
    public required string Label { get; init; }

    /// <summary>The account's e-mail; private.</summary>
    public string? Email { get; init; }

    /// <summary>Where the credential came from: <c>store</c>, <c>demo</c>, an import's name, or a place of the environment and its variable.</summary>
    public string Source { get; init; } = "store";

    /// <summary>Who may use it, and where.</summary>
    public ProfileAudience Audience { get; init; } = ProfileAudience.EveryonePrivately;

    /// <summary>The operator accepted where it came from; without that only an order that lists it, or a pin, makes it pay. Default true.</summary>
    public bool IsAccepted { get; init; } = true;

    /// <summary>We can refresh it when it ends, as far as is known. Default false.</summary>
    public bool CanRefresh { get; init; }

    /// <summary>The program that it is borrowed from holds it now and renews it, so that its end is no news before it comes. Only reports know. Default false.</summary>
    public bool IsRenewed { get; init; }

    /// <summary>What became of its last refresh.</summary>
    public RefreshState Refresh { get; init; }

    /// <summary>What makes it unusable whatever its health: the configuration's word against the store's; null when nothing does.</summary>
    public CandidateReason? Defect { get; init; }
}
