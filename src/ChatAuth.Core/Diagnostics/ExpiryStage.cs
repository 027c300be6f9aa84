namespace ChatAuth.Core.Diagnostics;

/// <summary>How near the end of a credential is. The operator is told once for each.</summary>
public enum ExpiryStage
{
    /// <summary>It ends within seven days.</summary>
    SevenDays,

    /// <summary>It ends within 24 hours.</summary>
    OneDay,

    /// <summary>It ends within two hours.</summary>
    TwoHours,

    /// <summary>It has ended.</summary>
    Ended,
}
