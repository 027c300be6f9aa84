namespace ChatAuth.Storage.Clawdbot;

/// <summary>Why a setting of another program is not taken over.</summary>
public enum UnmappedReason
{
    /// <summary>ChatAuth has nothing of the kind.</summary>
    NoCounterpart,

    /// <summary>It holds a secret, or something below it does; that is set anew.</summary>
    Secret,

    /// <summary>It names a file, a program or a variable, and none of them is read or run.</summary>
    Reference,

    /// <summary>It has not the form that it needs here.</summary>
    Unusable,

    /// <summary>It would send keys that are here already to another address.</summary>
    OtherAddress,

    /// <summary>Another entry that means the same was taken over, or it is borrowed from its own program.</summary>
    Covered,
}
