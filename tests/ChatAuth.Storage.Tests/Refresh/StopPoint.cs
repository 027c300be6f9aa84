namespace ChatAuth.Storage.Tests.Refresh;

/// <summary>Where a process that refreshes is killed.</summary>
public enum StopPoint
{
    /// <summary>It lives.</summary>
    None,

    BeforeIntent,

    AfterIntent,

    /// <summary>The request arrived; the issuer did nothing yet.</summary>
    AfterSend,

    /// <summary>The issuer committed; no byte of the answer has left.</summary>
    AfterCommit,

    /// <summary>Half of the answer has left.</summary>
    InsideAnswer,

    AfterAnswer,

    AfterStore,

    /// <summary>A borrowed login was given back to its program.</summary>
    AfterWriteBack,

    AfterClose,
}
