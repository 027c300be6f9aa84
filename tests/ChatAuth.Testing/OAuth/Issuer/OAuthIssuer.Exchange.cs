using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ChatAuth.Testing.OAuth.Issuer;

/// <summary>The token endpoint (RFC 6749, 4.1.3 and 6).</summary>
internal sealed partial class OAuthIssuer
{
    public OAuthAnswer Exchange(IReadOnlyDictionary<string, string> form, Func<OAuthOddity> takeOddity)
    {
        if (form.GetValueOrDefault("client_id") != options.ClientId) return OAuthAnswer.Refused("invalid_client", 401);
        lock (_gate)
        {
            return form.GetValueOrDefault("grant_type") switch
            {
                "refresh_token" => Refresh(form.GetValueOrDefault("refresh_token") ?? "", takeOddity),
                "authorization_code" => ExchangeCode(form, takeOddity),
                _ => OAuthAnswer.Refused("unsupported_grant_type"),
            };
        }
    }

    private OAuthAnswer Refresh(string token, Func<OAuthOddity> takeOddity)
    {
        var family = _families.Find(one => one.RefreshTokens.Contains(token));
        if (family is null or { IsRevoked: true }) return OAuthAnswer.Refused("invalid_grant");
        if (family.Spent.TryGetValue(token, out var spent)) return ShownAgain(family, spent.At, spent.Answer);
        var oddity = takeOddity();
        family.Account = oddity.Account ?? family.Account;
        family.Scope = oddity.Scope ?? family.Scope;
        var rotates = options.Mode != FakeOAuthMode.NotRotating && !oddity.KeepsRefreshToken;
        var answer = Granted(family, rotates);
        if (rotates) family.Spent[token] = (Now, answer);
        return answer;
    }

    private OAuthAnswer ShownAgain(TokenFamily family, DateTimeOffset spentAt, OAuthAnswer successor)
    {
        if (options.Mode == FakeOAuthMode.Grace && Now - spentAt <= options.Grace) return successor;
        family.IsRevoked = true;
        return OAuthAnswer.Refused("invalid_grant");
    }

    private OAuthAnswer ExchangeCode(IReadOnlyDictionary<string, string> form, Func<OAuthOddity> takeOddity)
    {
        if (!_codes.TryGetValue(form.GetValueOrDefault("code") ?? "", out var code)) return OAuthAnswer.Refused("invalid_grant");
        if (code.Given is { } given)
        {
            // RFC 6749, 4.1.2: a code that is used twice ends what it gave.
            given.IsRevoked = true;
            return OAuthAnswer.Refused("invalid_grant");
        }
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form.GetValueOrDefault("code_verifier") ?? "")));
        if (Now >= code.Ends || challenge != code.Challenge || form.GetValueOrDefault("redirect_uri") != code.Redirect) return OAuthAnswer.Refused("invalid_grant");
        var oddity = takeOddity();
        code.Given = NewFamily(oddity.Account ?? code.Account, oddity.Scope ?? code.Scope);
        return Granted(code.Given, withRefresh: !oddity.KeepsRefreshToken);
    }
}
