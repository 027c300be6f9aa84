namespace ChatAuth.Testing.OAuth;

/// <summary>A request that arrived.</summary>
/// <param name="Route">One of <see cref="FakeOAuthRoutes"/>, or the path that the fake does not know.</param>
/// <param name="Grant">The <c>grant_type</c> of a token request.</param>
/// <param name="Bears">The refresh token, code or access token that it showed.</param>
/// <param name="At">When it arrived.</param>
public sealed record FakeOAuthRequest(string Route, string? Grant, string? Bears, DateTimeOffset At)
{
    /// <summary>The issuer did what was asked: what it bears is spent, whether or not the answer arrived.</summary>
    public bool IsCommitted { get; internal set; }

    /// <summary>The status of the answer; null while there is none.</summary>
    public int? Status { get; internal set; }

    /// <summary>The issuer's answer as it would be without a fault; null while it did nothing.</summary>
    public string? Answer { get; internal set; }
}
