namespace ChatAuth.Core.Credentials;

/// <summary>A login that the operator lets us refresh, as its store holds it.</summary>
/// <param name="Owner">The agent whose store holds it.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Token">Its refresh token.</param>
/// <param name="Issuer">Where that is exchanged.</param>
/// <param name="Family">What the journal knows the token by.</param>
internal sealed record RefreshableLogin(AgentId Owner, StoredCredential Entry, Secret Token, OAuthSettings Issuer, RefreshFamily Family)
{
    /// <summary>Whether its access token ends within that time, or has ended. One without a stated end never does.</summary>
    public bool EndsWithin(TimeSpan span, DateTimeOffset now) => Entry.Credential.Expires - now <= span;

    /// <summary>Whether this is its access token.</summary>
    public bool Shows(Secret access) => Entry.Credential is Credential.OAuth { Access: { } own } && own.Equals(access);
}
