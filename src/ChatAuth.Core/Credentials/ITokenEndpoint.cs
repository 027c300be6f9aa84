namespace ChatAuth.Core.Credentials;

/// <summary>An issuer's token endpoint (RFC 6749, 3.2).</summary>
public interface ITokenEndpoint
{
    /// <summary>
    /// Sends one request, once: no retry, no redirect. It is cancellable until its body is on the way; after that only the endpoint's own deadline (120
    /// seconds) ends the reading of the answer, because what was sent is perhaps spent.
    /// </summary>
    /// <param name="settings">The issuer.</param>
    /// <param name="grant">What is exchanged.</param>
    /// <param name="cancellationToken">Cancels before the body is on the way.</param>
    /// <returns>The answer as it came, whatever its status; not yet read, so that it can be made durable first.</returns>
    /// <exception cref="TokenRequestException">There is no whole answer.</exception>
    Task<RawTokenAnswer> SendAsync(OAuthSettings settings, TokenGrant grant, CancellationToken cancellationToken);
}

/// <summary>What is exchanged for tokens.</summary>
public abstract record TokenGrant
{
    private protected TokenGrant() { }

    /// <summary>A refresh token (RFC 6749, 6).</summary>
    public sealed record Refresh(Secret Token) : TokenGrant;

    /// <summary>The code of a sign-in with its verifier (RFC 7636) and the redirect address that it was asked for with.</summary>
    public sealed record Code(Secret Value, Secret Verifier, Uri Redirect) : TokenGrant;
}

/// <summary>An answer as it came.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">At most 64 KB. It holds secrets: it goes to the journal and the parser, nowhere else.</param>
public sealed record RawTokenAnswer(int Status, ReadOnlyMemory<byte> Body);

/// <summary>A token request that has no whole answer.</summary>
/// <param name="wasSent">Its body may have reached the issuer: what it carried is perhaps spent.</param>
/// <param name="reason">Why, in words that are safe to show.</param>
public sealed class TokenRequestException(bool wasSent, string reason) : Exception(reason)
{
    /// <summary>Its body may have reached the issuer: what it carried is perhaps spent.</summary>
    public bool WasSent { get; } = wasSent;
}
