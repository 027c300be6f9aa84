namespace ChatAuth.Core.Sessions;

/// <summary>Why a person's pin cannot be used.</summary>
public enum PinBreak
{
    /// <summary>No credential of that id is stored.</summary>
    Missing,

    /// <summary>Its credential has ended, or is blank.</summary>
    Expired,

    /// <summary>The vendor refused it.</summary>
    Refused,

    /// <summary>The account could not pay.</summary>
    Disabled,

    /// <summary>Another account stands under the id.</summary>
    AccountChanged,
}
