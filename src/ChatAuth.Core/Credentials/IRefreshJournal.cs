namespace ChatAuth.Core.Credentials;

/// <summary>
/// What became of every refresh token that was ever sent: one place per host user, whatever agent or state directory the login is in. Implementations
/// are thread-safe and safe between processes.
/// </summary>
public interface IRefreshJournal
{
    /// <summary>The family of a refresh token.</summary>
    /// <exception cref="Errors.ChatAuthException">The journal's key cannot be read or made.</exception>
    RefreshFamily FamilyOf(Uri issuer, Secret refreshToken);

    /// <summary>Opens the page of a family and excludes everybody else from it until it is disposed.</summary>
    /// <param name="family">The family.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="Errors.ChatAuthException">It cannot be read, or somebody holds it for longer than an exchange can take.</exception>
    Task<IRefreshPage> OpenAsync(RefreshFamily family, CancellationToken cancellationToken);

    /// <summary>How it ended with a family, as far as can be seen without its lock; null when it has not.</summary>
    /// <exception cref="Errors.ChatAuthException">The journal cannot be read.</exception>
    RefreshEnd? FindEnd(RefreshFamily family);

    /// <summary>The exchanges that were begun and have not ended, as far as can be seen without a lock; forgets tokens that ended 400 days ago.</summary>
    /// <exception cref="Errors.ChatAuthException">The journal cannot be read.</exception>
    IReadOnlyList<PendingRefresh> ListPending();
}
