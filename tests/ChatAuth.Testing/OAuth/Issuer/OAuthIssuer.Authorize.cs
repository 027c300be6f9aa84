using System.Security.Cryptography;

namespace ChatAuth.Testing.OAuth.Issuer;

/// <summary>The authorization endpoint (RFC 6749, 4.1.1; RFC 7636; RFC 9207).</summary>
internal sealed partial class OAuthIssuer
{
    private readonly Dictionary<string, AuthorizationCode> _codes = [];

    /// <summary>Where the browser is sent; null when nobody may be sent anywhere.</summary>
    public Uri? Authorize(IReadOnlyDictionary<string, string> query)
    {
        if (query.GetValueOrDefault("client_id") != options.ClientId || !IsRegistered(query.GetValueOrDefault("redirect_uri"))) return null;
        var redirect = query["redirect_uri"];
        var state = query.GetValueOrDefault("state") ?? "";
        var challenge = query.GetValueOrDefault("code_challenge") ?? "";
        if (query.GetValueOrDefault("response_type") != "code") return Back(redirect, state, "error", "unsupported_response_type");
        // Forty-three characters are the whole of a SHA-256 in base64url.
        if (query.GetValueOrDefault("code_challenge_method") != "S256" || challenge.Length != 43 || state.Length < 16) return Back(redirect, state, "error", "invalid_request");
        if (Person is not { } person) return Back(redirect, state, "error", "access_denied");
        var code = $"FAKE-code-{RandomNumberGenerator.GetHexString(24)}";
        lock (_gate) _codes[code] = new AuthorizationCode(person, redirect, challenge, query.GetValueOrDefault("scope") ?? "", Now + options.CodeLifetime);
        return Back(redirect, state, "code", code);
    }

    private bool IsRegistered(string? redirect) =>
        Uri.TryCreate(redirect, UriKind.Absolute, out var url)
        && url is { Scheme: "http", Host: "127.0.0.1", Query: "", Fragment: "" } && url.AbsolutePath == options.RedirectPath;

    private Uri Back(string redirect, string state, string name, string value)
    {
        var issuer = options.NamesItself ? $"&iss={Uri.EscapeDataString(Url.GetLeftPart(UriPartial.Authority))}" : "";
        return new Uri($"{redirect}?{name}={value}&state={Uri.EscapeDataString(state)}{issuer}");
    }
}
