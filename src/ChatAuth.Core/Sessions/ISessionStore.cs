using ChatAuth.Core.Chat;

namespace ChatAuth.Core.Sessions;

/// <summary>Where conversations, their history and their attempts are kept. Thread-safe, and safe between processes.</summary>
/// <remarks>The cost of a change does not grow with the number of conversations. What is acknowledged is durable.</remarks>
public interface ISessionStore
{
    /// <summary>Reads a conversation, its parent and what belongs to them; one never saved is new. Nothing is written.</summary>
    ValueTask<SessionSnapshot> LoadAsync(SessionKey key, ChangeCause? cause, CancellationToken cancellationToken);

    /// <summary>
    /// Loads, decides and saves in one write transaction: nobody changes the conversation or its parent in between, and everything
    /// in the update becomes durable together. The decision must be quick and pure: it may be repeated when a commit's outcome was unknown.
    /// </summary>
    /// <param name="key">The conversation.</param>
    /// <param name="cause">The message or tap; null when there is none.</param>
    /// <param name="decide">What is changed.</param>
    /// <param name="cancellationToken">Cancels before anything is changed.</param>
    /// <param name="probes">The probes that the decision looks at too: nobody begins one in between. Default: none.</param>
    Task<T> UpdateAsync<T>(
        SessionKey key, ChangeCause? cause, Func<SessionSnapshot, SessionUpdate<T>> decide, CancellationToken cancellationToken, ProbeWindow? probes = null);

    /// <summary>Records what became of an attempt. One that is not open any more stays as it is.</summary>
    Task CloseAttemptAsync(Attempt attempt, CancellationToken cancellationToken);

    /// <summary>The history of a conversation, newest first.</summary>
    Task<IReadOnlyList<HistoryEntry>> ListHistoryAsync(SessionKey key, int count, CancellationToken cancellationToken);

    /// <summary>What was recorded in the history of any conversation after the entry of that number, newest first; 0 is before all of them.</summary>
    Task<IReadOnlyList<HistoryEntry>> ListChangesAsync(long after, int count, CancellationToken cancellationToken);

    /// <summary>Saved conversations, last saved first.</summary>
    Task<IReadOnlyList<Session>> ListAsync(int count, CancellationToken cancellationToken);

    /// <summary>
    /// Conversations in which something has ended by that time and the end is not yet recorded, earliest first. They are read in portions, so that the caller
    /// may change them meanwhile.
    /// </summary>
    IAsyncEnumerable<SessionKey> ListDueAsync(DateTimeOffset by, CancellationToken cancellationToken);

    /// <summary>Deletes a conversation with its history and attempts; false when it was never saved.</summary>
    Task<bool> DeleteAsync(SessionKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a new id the same conversation for ever (a group that migrated), threads included. A choice that people already made under the new id
    /// stays. Idempotent.
    /// </summary>
    Task<MoveOutcome> MoveAsync(SessionKey from, SessionKey to, CancellationToken cancellationToken);

    /// <summary>
    /// The other ids of a conversation that got a new one, in no order: those that it had before and, asked by one of these, the present one; of a thread,
    /// the same thread under each. Empty for nearly every conversation, and quickly told.
    /// </summary>
    ValueTask<IReadOnlyList<SessionKey>> ListOtherKeysAsync(SessionKey key, CancellationToken cancellationToken);
}
