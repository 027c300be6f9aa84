using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>Something that people of a conversation are told once, beside a reply or an answer.</summary>
public abstract record Notice
{
    private protected Notice() { }

    /// <summary>The time of a selection or pin ran out; this holds again.</summary>
    /// <param name="Session">What holds now.</param>
    public sealed record ChoiceEnded(ShownSession Session) : Notice;

    /// <summary>Another account than before pays for this answer.</summary>
    /// <param name="From">The one before; null when it cannot be named.</param>
    /// <param name="To">The one that pays.</param>
    /// <param name="Reason">Why the one before did not serve; null when it was not tried.</param>
    public sealed record PayerChanged(ShownProfile? From, ShownProfile To, ErrorCode? Reason) : Notice;

    /// <summary>The context began anew; the choice stays.</summary>
    /// <param name="Session">What holds.</param>
    /// <param name="Ended">The operator's setting ended people's choices with it.</param>
    public sealed record ContextRestarted(ShownSession Session, bool Ended) : Notice;

    /// <summary>Another model than the selected one answers, because that one cannot be served.</summary>
    /// <param name="Selected">The selected one.</param>
    /// <param name="Answering">The one that answers.</param>
    /// <param name="Reason">Why.</param>
    public sealed record ModelFellBack(ShownModel Selected, ShownModel Answering, ErrorCode Reason) : Notice;
}

/// <summary>Where notices go that no reply carries, such as the end of a pin in a silent conversation.</summary>
public interface INoticeSink
{
    /// <summary>As whom it can tell this conversation anything now; null when it cannot: what no sink reaches is told there with the next reply.</summary>
    Asker? ReachedAs(SessionKey conversation);

    /// <summary>Tells a conversation. At most once a notice; a failure to tell is the sink's to log.</summary>
    Task TellAsync(SessionKey conversation, Notice notice, CancellationToken cancellationToken);
}
