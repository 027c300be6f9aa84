namespace ChatAuth.Core.Access;

/// <summary>What became of a try to claim ownership.</summary>
public enum ClaimOutcome
{
    /// <summary>The person is an owner now.</summary>
    Claimed,

    /// <summary>No open code is that one.</summary>
    Wrong,

    /// <summary>Too many wrong tries today; the code was not looked at.</summary>
    TriesUsedUp,
}
