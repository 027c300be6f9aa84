namespace ChatAuth.Core.Chat;

/// <summary>How far a call had come when it failed.</summary>
public enum CallStage
{
    /// <summary>Its body has not left.</summary>
    Unsent,

    /// <summary>Its body has left; no head of an answer has come.</summary>
    Waiting,

    /// <summary>The head of something else than an answer has come.</summary>
    Refused,

    /// <summary>An answer was being read.</summary>
    Answering,
}
