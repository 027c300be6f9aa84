namespace ChatAuth.Core.Credentials;

/// <summary>What is known about the refresh token of an OAuth login. Stored in kebab case.</summary>
public enum RefreshState
{
    /// <summary>Nothing speaks against it.</summary>
    Untroubled,

    /// <summary>A refresh was under way when its process ended, and nobody knows what the issuer did; the access token serves while the vendor accepts it.</summary>
    OutcomeUnknown,

    /// <summary>The issuer took it for spent or revoked: a person must sign in again.</summary>
    Refused,

    /// <summary>It was spent before: this entry comes from a copy that is older than what happened since.</summary>
    Restored,

    /// <summary>The issuer refuses us, not the token: 401, 403 or a redirect. It is tried again ever less often, and an answer ends the state.</summary>
    ClientRefused,
}
