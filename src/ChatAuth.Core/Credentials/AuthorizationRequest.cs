using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Core.Credentials;

/// <summary>
/// One asking of a person to allow a sign-in: by code, with PKCE (RFC 7636, S256) and a state that nobody can guess. It is kept in memory only, for one answer.
/// </summary>
public sealed class AuthorizationRequest
{
    /// <summary>256 bits, for the state and for the verifier.</summary>
    private const int Words = 4;

    private static readonly string[] KnownErrors =
    [
        "invalid_request", "unauthorized_client", "unsupported_response_type", "invalid_scope", "server_error", "temporarily_unavailable",
    ];

    private readonly OAuthSettings _settings;
    private readonly Uri _redirect;
    private readonly Secret _state;
    private readonly Secret _verifier;

    private AuthorizationRequest(OAuthSettings settings, Uri redirect, string state, string verifier)
    {
        (_settings, _redirect) = (settings, redirect);
        (_state, _verifier) = (SecretOf(state), SecretOf(verifier));
        Url = AuthorizationQuery.Add(
            settings.AuthorizeUrl!,
            ("response_type", "code"),
            ("client_id", settings.ClientId!),
            ("redirect_uri", redirect.AbsoluteUri),
            ("scope", string.Join(' ', settings.Scopes)),
            ("state", state),
            ("code_challenge", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))),
            ("code_challenge_method", "S256"));
    }

    /// <summary>What the person opens in a browser. Whoever sees it can answer it, so it is shown on the host's terminal only, never in a chat.</summary>
    public Uri Url { get; }

    /// <summary>Makes a request.</summary>
    /// <param name="settings">The issuer.</param>
    /// <param name="redirect">Where the answer shall come.</param>
    /// <param name="ids">Draws the state and the verifier.</param>
    /// <exception cref="ArgumentException">Nobody can sign in with these settings.</exception>
    public static AuthorizationRequest Create(OAuthSettings settings, Uri redirect, IIdFactory ids)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(redirect);
        ArgumentNullException.ThrowIfNull(ids);
        if (!settings.CanSignIn) throw new ArgumentException("Nobody can sign in with these settings.", nameof(settings));
        return new AuthorizationRequest(settings, redirect, Draw(ids), Draw(ids));
    }

    /// <summary>Reads an answer: the address that the browser was sent to, or its query.</summary>
    public AuthorizationAnswer Read(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (AuthorizationQuery.Read(address) is not { } query
            || !Secret.TryCreate(query.GetValueOrDefault("state"), out var state) || !state!.Equals(_state)
            || !IsOurIssuer(query.GetValueOrDefault("iss"))) return new AuthorizationAnswer.Foreign();
        return query.GetValueOrDefault("error") switch
        {
            "access_denied" => new AuthorizationAnswer.Denied(),
            { } error => new AuthorizationAnswer.Refused(KnownErrors.Contains(error) ? error : "error"),
            null when Secret.TryCreate(query.GetValueOrDefault("code"), out var code) =>
                new AuthorizationAnswer.Allowed(new TokenGrant.Code(code!, _verifier, _redirect)),
            null => new AuthorizationAnswer.Refused("error"),
        };
    }

    /// <summary>
    /// RFC 9207 where the issuer names itself: an answer that another issuer gave is not taken to this one's token endpoint. Without metadata of the issuer,
    /// its name is one of the origins that the operator configured.
    /// </summary>
    private bool IsOurIssuer(string? issuer) =>
        issuer is null
        || (Uri.TryCreate(issuer, UriKind.Absolute, out var name) && (HasOriginOf(name, _settings.AuthorizeUrl!) || HasOriginOf(name, _settings.TokenUrl!)));

    private static bool HasOriginOf(Uri name, Uri address) =>
        Uri.Compare(name, address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static string Draw(IIdFactory ids)
    {
        Span<ulong> words = stackalloc ulong[Words];
        foreach (ref var word in words) word = ids.NextBits();
        return Base64Url.EncodeToString(MemoryMarshal.AsBytes(words));
    }

    private static Secret SecretOf(string text) => Secret.TryCreate(text, out var secret) ? secret! : throw new FormatException("A drawn text is no secret.");
}
