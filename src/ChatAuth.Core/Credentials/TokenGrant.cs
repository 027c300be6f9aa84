namespace ChatAuth.Core.Credentials;

/// <summary>What is exchanged for tokens.</summary>
public abstract record TokenGrant
{
    private protected TokenGrant() { }

    /// <summary>A refresh token (RFC 6749, 6).</summary>
    public sealed record Refresh(Secret Token) : TokenGrant;

    /// <summary>The code of a sign-in with its verifier (RFC 7636) and the redirect address that it was asked for with.</summary>
    public sealed record Code(Secret Value, Secret Verifier, Uri Redirect) : TokenGrant;
}
