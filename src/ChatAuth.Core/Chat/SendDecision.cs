using System.Collections.Immutable;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Chat;

/// <summary>What is decided about a message right before it would be sent.</summary>
internal abstract record SendDecision
{
    private SendDecision() { }

    /// <summary>It is sent: the attempt is durable.</summary>
    internal sealed record Send(
        Attempt Attempt, AuthProfile Profile, bool UnderPin, IReadOnlyList<Notice> Notices, ShownSession Session) : SendDecision
    {
        /// <summary>The yeses to this one message that it used up.</summary>
        public ImmutableArray<Consent> Spent { get; init; } = [];
    }

    /// <summary>The login that would pay is refreshed first; then it is decided anew. Nothing is written yet.</summary>
    /// <param name="Profile">The profile.</param>
    internal sealed record RefreshFirst(AuthProfile Profile) : SendDecision;

    /// <summary>The credential that would pay has just rested: this message is its trial if no other is; then it is decided anew. Nothing is written yet.</summary>
    /// <param name="Profile">The profile.</param>
    internal sealed record TrialFirst(AuthProfile Profile) : SendDecision;

    /// <summary>It is not.</summary>
    internal sealed record Refuse(CommandReply Reply, bool Hold) : SendDecision;
}
