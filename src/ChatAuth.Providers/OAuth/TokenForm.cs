using System.Text;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Providers.OAuth;

/// <summary>The form of a token request (RFC 6749, 4.1.3 and 6). The client is a public one: it has an id and no secret.</summary>
internal static class TokenForm
{
    public static byte[] Of(string clientId, TokenGrant grant) => grant switch
    {
        TokenGrant.Refresh refresh => Write(("grant_type", "refresh_token"), ("refresh_token", refresh.Token.Reveal()), ("client_id", clientId)),
        TokenGrant.Code code => Write(
            ("grant_type", "authorization_code"),
            ("code", code.Value.Reveal()),
            ("redirect_uri", code.Redirect.AbsoluteUri),
            ("client_id", clientId),
            ("code_verifier", code.Verifier.Reveal())),
        _ => throw new ArgumentOutOfRangeException(nameof(grant)),
    };

    private static byte[] Write(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var form = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            if (form.Length > 0) form.Append('&');
            form.Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
        return Encoding.ASCII.GetBytes(form.ToString());
    }
}
