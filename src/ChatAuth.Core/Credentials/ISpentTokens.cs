namespace ChatAuth.Core.Credentials;

/// <summary>
/// The refresh tokens that this installation has exchanged, remembered beside its conversations: a credential store that was restored from a backup is
/// known by them even where the journal of the host user is gone, as with a container. Thread-safe, and safe between processes.
/// </summary>
public interface ISpentTokens
{
    /// <summary>Whether a token was recorded within the last 400 days.</summary>
    /// <param name="fingerprint">Its keyed hash.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Errors.ChatAuthException">It cannot be told.</exception>
    Task<bool> HasAsync(string fingerprint, CancellationToken cancellationToken);

    /// <summary>Records that a token was exchanged for another one, durably.</summary>
    /// <param name="fingerprint">Its keyed hash.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Errors.ChatAuthException">It cannot be written.</exception>
    Task RecordAsync(string fingerprint, CancellationToken cancellationToken);
}
