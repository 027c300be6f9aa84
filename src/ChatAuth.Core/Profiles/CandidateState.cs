namespace ChatAuth.Core.Profiles;

/// <summary>The state of a profile by itself, whoever is chosen.</summary>
public enum CandidateState
{
    /// <summary>Usable.</summary>
    Ready,

    /// <summary>Usable, and it ends within the warning window.</summary>
    Expiring,

    /// <summary>It has ended.</summary>
    Expired,

    /// <summary>It rests after a failure.</summary>
    Cooling,

    /// <summary>The account could not pay.</summary>
    Disabled,

    /// <summary>Nothing is stored under the id.</summary>
    Missing,

    /// <summary>What is stored cannot be used.</summary>
    Unusable,
}
