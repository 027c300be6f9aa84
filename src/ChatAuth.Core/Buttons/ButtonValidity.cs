namespace ChatAuth.Core.Buttons;

/// <summary>What a text that a button handed back turned out to be.</summary>
internal enum ButtonValidity
{
    /// <summary>Ours, this person's, and of today.</summary>
    Valid,

    /// <summary>Ours and this person's, but older than a day, or from the future.</summary>
    Old,

    /// <summary>Signed by a key that is not kept any more; nobody can say whose it was.</summary>
    KeyGone,

    /// <summary>Another person's, another conversation's, or nobody's.</summary>
    Foreign,
}
