namespace ChatAuth.Core.Profiles;

/// <summary>One profile in a resolution, with the one reason why it serves or does not.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Profile">The profile; null when nothing is stored under the id.</param>
/// <param name="State">Its state by itself.</param>
/// <param name="Reason">Why it serves or does not.</param>
/// <param name="Until">When the rest that keeps it out ends, or when it ended or ends; null when no time is known.</param>
/// <param name="Rule">The rule that decided about it; null when none did.</param>
public sealed record Candidate(
    ProfileId Id, AuthProfile? Profile, CandidateState State, CandidateReason Reason, DateTimeOffset? Until, string? Rule = null)
{
    /// <summary>The rest that keeps it out; null for none.</summary>
    public Rest? Rest { get; init; }
}
