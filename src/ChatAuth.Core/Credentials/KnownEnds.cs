using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Credentials;

/// <summary>
/// How it ended with the refresh token of a login, as the journal of the host user and the memory of this installation know it. A store that holds such a
/// token is older than what happened since.
/// </summary>
internal sealed class KnownEnds(IRefreshJournal journal, ISpentTokens spent, Fingerprints fingerprints)
{
    /// <summary>How it ended; null when nothing is known, so that it may be exchanged.</summary>
    /// <exception cref="ChatAuthException">It cannot be told.</exception>
    public async Task<RefreshEnd?> FindAsync(RefreshableLogin login, CancellationToken cancellationToken) =>
        journal.FindEnd(login.Family) is { } end ? end
        : await spent.HasAsync(fingerprints.Of(login.Token), cancellationToken).ConfigureAwait(false) ? RefreshEnd.Replaced
        : null;

    /// <summary>Remembers that a token was exchanged, beside what the journal says about it.</summary>
    public async Task RecordAsync(Secret token, CancellationToken cancellationToken)
    {
        try
        {
            await spent.RecordAsync(fingerprints.Of(token), cancellationToken).ConfigureAwait(false);
        }
        catch (ChatAuthException)
        {
            // The journal remembers it too. The login that came for it is worth more than the second memory, and must be stored now.
        }
    }
}
