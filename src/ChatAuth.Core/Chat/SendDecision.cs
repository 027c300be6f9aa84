using ChatAuth.Core.Commands;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Chat;

/// <summary>What is decided about a message right before it would be sent.</summary>
internal abstract record SendDecision
{
    private SendDecision() { }

    /// <summary>It is sent: the attempt is durable.</summary>
    internal sealed record Send(
        Attempt Attempt, AuthProfile Profile, bool UnderPin, IReadOnlyList<Notice> Notices, ShownSession Session) : SendDecision;

    /// <summary>It is not.</summary>
    internal sealed record Refuse(CommandReply Reply, bool Hold) : SendDecision;
}
