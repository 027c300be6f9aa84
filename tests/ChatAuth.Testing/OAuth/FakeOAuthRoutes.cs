namespace ChatAuth.Testing.OAuth;

/// <summary>The endpoints of a <see cref="FakeOAuthServer"/>.</summary>
public static class FakeOAuthRoutes
{
    public const string Authorize = "/authorize";
    public const string Token = "/token";
    public const string Identity = "/identity";
}
