using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Commands;

/// <summary>A candidate of a resolution as shown.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Kind">The kind of its credential; null when nothing is stored.</param>
/// <param name="State">Its state by itself.</param>
/// <param name="Reason">Why it serves or does not.</param>
/// <param name="Until">When its rest ends, or when it ended or ends.</param>
/// <param name="Rule">The rule that decided about it.</param>
public sealed record ShownCandidate(
    ShownProfile Profile, string? Kind, CandidateState State, CandidateReason Reason, DateTimeOffset? Until, string? Rule)
{
    /// <summary>Where the credential came from, in a private reply; null for the store and the demonstration, and where it may not be known.</summary>
    public string? Source { get; init; }

    /// <summary>The rest that keeps it out, in all conversations of the agent; null for none.</summary>
    public Rest? Rest { get; init; }
}
