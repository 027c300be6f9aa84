namespace ChatAuth.Testing.OAuth.Issuer;

/// <summary>How one exchange differs from the others.</summary>
internal sealed record OAuthOddity
{
    public bool KeepsRefreshToken { get; init; }

    public string? Scope { get; init; }

    public FakeAccount? Account { get; init; }
}
