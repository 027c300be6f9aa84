using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.OAuth.Issuer;

/// <summary>What the issuer knows: the codes, the families of tokens, and what arrived.</summary>
internal sealed partial class OAuthIssuer(FakeOAuthOptions options)
{
    private readonly Lock _gate = new();
    private readonly List<FakeOAuthRequest> _requests = [];
    private readonly List<TokenFamily> _families = [];

    public FakeOAuthOptions Options => options;

    public Uri Url { get; set; } = null!;

    public FakeAccount? Person { get; set; } = FakeAccount.Ada;

    public IReadOnlyList<FakeOAuthRequest> Requests
    {
        get
        {
            lock (_gate) return [.. _requests];
        }
    }

    public IReadOnlyList<FakeTokenFamily> Families
    {
        get
        {
            lock (_gate) return [.. _families.Select(family => family.Snapshot())];
        }
    }

    private DateTimeOffset Now => options.Time.GetUtcNow();

    public FakeOAuthRequest Record(string route, string? grant, string? bears)
    {
        var request = new FakeOAuthRequest(route, grant, bears, Now);
        lock (_gate) _requests.Add(request);
        return request;
    }

    public FakeLogin Mint(FakeAccount account)
    {
        lock (_gate)
        {
            var family = NewFamily(account, "user:inference user:profile");
            var access = NewAccess(family, account);
            return new FakeLogin(access, NewRefresh(family), family.AccessTokens[access].Ends, account);
        }
    }

    public void Revoke(string token)
    {
        lock (_gate) _families.Single(family => family.Has(token)).IsRevoked = true;
    }

    public FakeAccount? OwnerOf(string access)
    {
        lock (_gate)
        {
            var family = _families.Find(one => one.AccessTokens.ContainsKey(access));
            return family is { IsRevoked: false } && family.AccessTokens[access] is var token && Now < token.Ends ? token.Account : null;
        }
    }

    public OAuthAnswer Identify(string? access)
    {
        if (access is null || OwnerOf(access) is not { } owner) return OAuthAnswer.Refused("invalid_token", 401);
        return new OAuthAnswer(200, JsonSerializer.Serialize(new
        {
            account = new { uuid = owner.Uuid, email = owner.Email },
            organization = new { uuid = owner.Organization },
        }));
    }

    private TokenFamily NewFamily(FakeAccount account, string scope)
    {
        var family = new TokenFamily(account, scope);
        _families.Add(family);
        return family;
    }

    private string NewAccess(TokenFamily family, FakeAccount account)
    {
        var access = $"sk-ant-oat01-FAKE-{RandomNumberGenerator.GetHexString(24)}";
        family.AccessTokens[access] = (Now + options.AccessLifetime, account);
        return access;
    }

    private static string NewRefresh(TokenFamily family)
    {
        family.RefreshTokens.Add($"sk-ant-ort01-FAKE-{RandomNumberGenerator.GetHexString(24)}");
        return family.RefreshTokens[^1];
    }

    private OAuthAnswer Granted(TokenFamily family, bool withRefresh)
    {
        var answer = new JsonObject
        {
            ["token_type"] = "Bearer",
            ["access_token"] = NewAccess(family, family.Account),
            ["expires_in"] = (long)options.AccessLifetime.TotalSeconds,
            ["scope"] = family.Scope,
        };
        if (withRefresh) answer["refresh_token"] = NewRefresh(family);
        return new OAuthAnswer(200, answer.ToJsonString());
    }
}
