using ChatAuth.Core.Chat;

namespace ChatAuth.Core.Sessions;

/// <summary>What the in-memory store keeps of one conversation; mutable, touched under that store's gate only.</summary>
internal sealed class InMemoryConversation
{
    /// <summary>The saved state; null before the first save.</summary>
    public Session? Session { get; set; }

    /// <summary>Its changes, oldest first.</summary>
    public List<HistoryEntry> History { get; private set; } = [];

    /// <summary>Its attempts, in the order in which they were opened.</summary>
    public List<Attempt> Attempts { get; private set; } = [];

    public Attempt? LastReceipt => Attempts.FindLast(
        attempt => attempt is { Purpose: AttemptPurpose.Message, Outcome: AttemptOutcome.Answered });

    public HistoryEntry? Undoable => History.FindLast(
        entry => entry is { By: not null, Undoes: null } && entry.Before != entry.After && !History.Exists(undo => undo.Undoes == entry.Id));

    /// <summary>Takes over all of a conversation that is this one now; true when people had chosen in both, and the choice here stayed.</summary>
    public bool Absorb(InMemoryConversation other, SessionKey key)
    {
        var bothChosen = this is { Session.State.Follows: false } && other is { Session.State.Follows: false };
        Session = (Session, other.Session) switch
        {
            (_, null) => Session,
            (null, { } moved) => moved with { Key = key },
            ({ State.Follows: false }, _) => Session,
            var (own, moved) => moved with { Key = key, Version = Math.Max(own.Version, moved.Version) + 1 },
        };
        History = [.. History.Concat(other.History).Select(entry => entry with { Session = key }).OrderBy(entry => entry.Id)];
        Attempts = [.. Attempts.Concat(other.Attempts).Select(attempt => attempt with { Session = key }).OrderBy(attempt => attempt.StartedAt)];
        return bothChosen;
    }
}
