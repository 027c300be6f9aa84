using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Diagnostics;

/// <summary>What came of a probe. Nothing that a vendor wrote is in it.</summary>
/// <param name="Target">What was probed, or would have been.</param>
/// <param name="Status">A word of <see cref="ProbeStatus"/>; the reason why nothing was sent, in kebab case; or the code of a refresh that failed.</param>
public sealed record ProbeResult(ProbeTarget Target, string Status)
{
    /// <summary>What went wrong; null when it answered, and when nothing was tried.</summary>
    public ErrorCode? Code { get; init; }

    /// <summary>Why nothing was tried, where the resolver has a word for it; else null.</summary>
    public CandidateReason? Reason { get; init; }

    /// <summary>How long the vendor took; null when nothing was sent.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>The vendor says that this credential does not serve: refused, or unpaid.</summary>
    public bool IsUnhealthy => Status is ProbeStatus.Refused or ProbeStatus.Unpaid;
}
