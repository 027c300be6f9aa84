using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;

namespace ChatAuth.Testing.OAuth;

public sealed partial class FakeOAuthServer
{
    public Uri AuthorizeUrl => new(BaseUrl, FakeOAuthRoutes.Authorize);

    public Uri TokenUrl => new(BaseUrl, FakeOAuthRoutes.Token);

    /// <summary>Answers a bearer token with its account and organisation.</summary>
    public Uri IdentityUrl => new(BaseUrl, FakeOAuthRoutes.Identity);

    public string ClientId => _issuer.Options.ClientId;

    /// <summary>Who sits at the browser and approves; null: the person there denies.</summary>
    public FakeAccount? Person
    {
        get => _issuer.Person;
        set => _issuer.Person = value;
    }

    /// <summary>All that arrived, in order.</summary>
    public IReadOnlyList<FakeOAuthRequest> Requests => _issuer.Requests;

    /// <summary>The token requests, in order.</summary>
    public IReadOnlyList<FakeOAuthRequest> Exchanges => [.. Requests.Where(request => request.Route == FakeOAuthRoutes.Token)];

    public IReadOnlyList<FakeTokenFamily> Families => _issuer.Families;

    /// <summary>How many token requests showed this refresh token or code.</summary>
    public int CountOf(string bears) => Exchanges.Count(request => request.Bears == bears);

    /// <summary>A login without anybody having signed in.</summary>
    public FakeLogin MintLogin(FakeAccount? account = null) => _issuer.Mint(account ?? FakeAccount.Ada);

    /// <summary>Ends the family of a refresh or access token, as its owner can at the issuer.</summary>
    public void Revoke(string token) => _issuer.Revoke(token);

    /// <summary>Whose account an access token is; null when it is unknown, ended or revoked.</summary>
    public FakeAccount? OwnerOf(string access) => _issuer.OwnerOf(access);

    /// <summary>What the operator would configure.</summary>
    public OAuthSettings SettingsFor(string provider = "anthropic") => new(ProviderId.Parse(provider))
    {
        ClientId = ClientId,
        AuthorizeUrl = AuthorizeUrl,
        TokenUrl = TokenUrl,
        IdentityUrl = IdentityUrl,
        Scopes = ["user:inference", "user:profile"],
    };
}
