using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;

namespace ChatAuth.Core.Sessions;

/// <summary>Everything about a conversation that a change is decided on, read in one transaction.</summary>
/// <param name="Session">The conversation.</param>
/// <param name="Parent">The conversation that it is a thread of; null when it is none.</param>
/// <param name="Grants">The rights granted at run time.</param>
/// <param name="LastReceipt">The last answered attempt of an ordinary message here; null when there is none.</param>
/// <param name="Undoable">The last change by a person that changed anything, is no undo and was not undone; null when there is none.</param>
/// <param name="Applied">What the cause of this change did before, if it comes a second time; null the first time.</param>
/// <param name="Attempts">The attempts already made for this cause, by number.</param>
public sealed record SessionSnapshot(
    Session Session,
    Session? Parent,
    Grants Grants,
    Attempt? LastReceipt,
    HistoryEntry? Undoable,
    HistoryEntry? Applied,
    IReadOnlyList<Attempt> Attempts)
{
    /// <summary>The state that is effective in the conversation.</summary>
    public SessionState Effective { get; } = Session.State.Under(Parent?.State);

    /// <summary>When the probes began that were asked for with the change, newest first. Default: none was asked for.</summary>
    public IReadOnlyList<DateTimeOffset> Probes { get; init; } = [];
}
