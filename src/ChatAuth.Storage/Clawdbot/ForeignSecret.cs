using ChatAuth.Core.Credentials;

namespace ChatAuth.Storage.Clawdbot;

/// <summary>What of a credential is sent.</summary>
internal static class ForeignSecret
{
    /// <summary>The key, the token or the access token; null where it is blank, or of a kind that nobody knows.</summary>
    public static Secret? Of(Credential credential) => credential switch
    {
        Credential.ApiKey key => key.Key,
        Credential.Token token => token.Value,
        Credential.OAuth login => login.Access,
        _ => null,
    };
}
