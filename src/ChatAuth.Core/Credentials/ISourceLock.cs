namespace ChatAuth.Core.Credentials;

/// <summary>The locks of a source, held until disposed.</summary>
public interface ISourceLock : IAsyncDisposable
{
    /// <summary>The login as it is there now; null when there is none that can be read.</summary>
    Credential.OAuth? Read();

    /// <summary>Replaces access token, refresh token and end, and nothing else, if its refresh token is still the expected one; false when it is another.</summary>
    /// <exception cref="Errors.ChatAuthException">The file cannot be written; it is as it was.</exception>
    bool Replace(Secret expected, Credential.OAuth login);
}
