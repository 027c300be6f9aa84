namespace ChatAuth.Testing.OAuth;

/// <summary>All refresh tokens that come from one sign-in, as they stand now.</summary>
/// <param name="Account">Whose sign-in it was.</param>
/// <param name="RefreshTokens">In the order in which they were given.</param>
/// <param name="IsRevoked">None of them is taken any more.</param>
public sealed record FakeTokenFamily(FakeAccount Account, IReadOnlyList<string> RefreshTokens, bool IsRevoked)
{
    /// <summary>The only refresh token that is not spent.</summary>
    public string Current => RefreshTokens[^1];
}
