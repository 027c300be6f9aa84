namespace ChatAuth.Core.Diagnostics;

/// <summary>Whether somebody can serve, now and soon; better before worse.</summary>
public enum CredentialHealth
{
    /// <summary>Somebody can serve, and still can after the warning window.</summary>
    Healthy,

    /// <summary>Everyone who can serve ends within the warning window.</summary>
    Expiring,

    /// <summary>Nobody can serve.</summary>
    Unserved,
}
