namespace ChatAuth.Core.Credentials;

/// <summary>How it ended with a refresh token.</summary>
public enum RefreshEnd
{
    /// <summary>It was exchanged, and what came for it was stored.</summary>
    Replaced,

    /// <summary>The issuer took it for spent or revoked.</summary>
    Refused,

    /// <summary>It was sent twice, and nobody knows what the issuer did.</summary>
    Unknown,

    /// <summary>What came for it was not stored: its profile was gone, held another login by then, or the answer was another account's.</summary>
    Dropped,
}
