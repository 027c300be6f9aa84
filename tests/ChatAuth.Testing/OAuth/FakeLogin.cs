using ChatAuth.Core.Credentials;

namespace ChatAuth.Testing.OAuth;

/// <summary>Tokens that the issuer gave.</summary>
public sealed record FakeLogin(string Access, string Refresh, DateTimeOffset Expires, FakeAccount Account)
{
    public Credential.OAuth Credential => new(SecretOf(Access), SecretOf(Refresh), Expires);

    private static Secret SecretOf(string text) => Secret.TryCreate(text, out var secret) ? secret! : throw new FormatException("The fake made a token that is none.");
}
