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
