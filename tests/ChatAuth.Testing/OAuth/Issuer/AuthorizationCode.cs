namespace ChatAuth.Testing.OAuth.Issuer;

/// <summary>A code that a person's approval gave.</summary>
internal sealed class AuthorizationCode(FakeAccount account, string redirect, string challenge, string scope, DateTimeOffset ends)
{
    public FakeAccount Account => account;

    public string Redirect => redirect;

    public string Challenge => challenge;

    public string Scope => scope;

    public DateTimeOffset Ends => ends;

    /// <summary>What it was exchanged for; null while it was not.</summary>
    public TokenFamily? Given { get; set; }
}
