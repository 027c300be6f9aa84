namespace ChatAuth.Testing.OAuth.Issuer;

/// <summary>What goes wrong with a request.</summary>
/// <param name="Route">The endpoint that it waits for.</param>
/// <param name="AfterCommit">The issuer has done what was asked, and only the answer suffers.</param>
/// <param name="StrikeAsync">What happens; false ends the request here. The answer is null before the commit.</param>
internal sealed record OAuthFault(string Route, bool AfterCommit, Func<OAuthCall, OAuthAnswer?, Task<bool>> StrikeAsync)
{
    public int Left { get; set; }
}
