namespace ChatAuth.Testing.OAuth.Issuer;

/// <summary>All tokens that come from one sign-in.</summary>
internal sealed class TokenFamily(FakeAccount account, string scope)
{
    public FakeAccount Account { get; set; } = account;

    public string Scope { get; set; } = scope;

    public bool IsRevoked { get; set; }

    public List<string> RefreshTokens { get; } = [];

    /// <summary>When each access token ends, and whose it is.</summary>
    public Dictionary<string, (DateTimeOffset Ends, FakeAccount Account)> AccessTokens { get; } = [];

    /// <summary>What was answered for each refresh token that is spent, and when.</summary>
    public Dictionary<string, (DateTimeOffset At, OAuthAnswer Answer)> Spent { get; } = [];

    public bool Has(string token) => RefreshTokens.Contains(token) || AccessTokens.ContainsKey(token);

    public FakeTokenFamily Snapshot() => new(Account, [.. RefreshTokens], IsRevoked);
}
