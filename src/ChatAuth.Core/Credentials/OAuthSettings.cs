using ChatAuth.Core.Models;

namespace ChatAuth.Core.Credentials;

/// <summary>
/// How to sign in at a provider by OAuth 2.0, and how to ask whose account a token is: an entry of <c>Auth:OAuth</c>. No client id is shipped: ChatAuth
/// poses as no other client.
/// </summary>
/// <param name="Provider">The provider.</param>
public sealed record OAuthSettings(ProviderId Provider)
{
    /// <summary>The operator's own client id; null: nobody signs in or refreshes by us.</summary>
    public string? ClientId { get; init; }

    /// <summary>Where a person allows it (RFC 6749, 3.1); null: no sign-in.</summary>
    public Uri? AuthorizeUrl { get; init; }

    /// <summary>Where codes and refresh tokens are exchanged (RFC 6749, 3.2); null: no sign-in and no refresh.</summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>What is asked for, in this order. Default nothing.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The port of the loopback redirect (RFC 8252, 7.3). Default 0: a free one, which the issuer must allow.</summary>
    public int RedirectPort { get; init; }

    /// <summary>Where the vendor says whose account a token is; null: it is not asked.</summary>
    public Uri? IdentityUrl { get; init; }

    /// <summary>How long the issuer takes a refresh token again after it was exchanged. Default 60 seconds.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Refresh tokens can be exchanged.</summary>
    public bool CanRefresh => ClientId is not null && TokenUrl is not null;

    /// <summary>A person can sign in.</summary>
    public bool CanSignIn => CanRefresh && AuthorizeUrl is not null;
}
