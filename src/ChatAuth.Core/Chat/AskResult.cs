using ChatAuth.Core.Commands;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core.Chat;

/// <summary>What became of a message.</summary>
public abstract record AskResult
{
    private protected AskResult() { }

    /// <summary>It was answered.</summary>
    /// <param name="Response">The model's answer.</param>
    /// <param name="Receipt">Who paid.</param>
    /// <param name="Session">The choice that it was answered under.</param>
    /// <param name="Notices">What is told beside it, such as a change of who pays.</param>
    public sealed record Answer(ChatResponse Response, ShownReceipt Receipt, ShownSession Session, IReadOnlyList<Notice> Notices) : AskResult;

    /// <summary>It was not sent, or the vendor refused it; the reply says why, and what works.</summary>
    /// <param name="Reply">The reply.</param>
    public sealed record Refused(CommandReply Reply) : AskResult;
}

/// <summary>A part of a streamed answer.</summary>
public abstract record AskUpdate
{
    private protected AskUpdate() { }

    /// <summary>It was not sent, or the vendor refused it. Nothing follows.</summary>
    /// <param name="Reply">The reply.</param>
    public sealed record Refused(CommandReply Reply) : AskUpdate;

    /// <summary>Told beside the answer; before its first part.</summary>
    /// <param name="Notice">The notice.</param>
    public sealed record Noticed(Notice Notice) : AskUpdate;

    /// <summary>A part of the answer.</summary>
    /// <param name="Update">The part.</param>
    public sealed record Part(ChatResponseUpdate Update) : AskUpdate;

    /// <summary>The answer is whole.</summary>
    /// <param name="Receipt">Who paid.</param>
    /// <param name="Session">The choice that it was answered under.</param>
    public sealed record Completed(ShownReceipt Receipt, ShownSession Session) : AskUpdate;

    /// <summary>The answer broke off after its first part; nobody else is asked.</summary>
    /// <param name="Reply">The reply.</param>
    public sealed record BrokeOff(CommandReply Reply) : AskUpdate;
}
