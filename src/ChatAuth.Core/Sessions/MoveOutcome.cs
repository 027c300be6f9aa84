namespace ChatAuth.Core.Sessions;

/// <summary>What came of a conversation's getting another id.</summary>
public enum MoveOutcome
{
    /// <summary>Both ids are one conversation now, with whatever people had chosen under either.</summary>
    Moved,

    /// <summary>The same, but people had chosen under both ids: the choice under the new one stays, and the other is in the history. Worth saying.</summary>
    KeptOwnChoice,

    /// <summary>They were one conversation before; nothing has changed.</summary>
    AlreadyMoved,
}
