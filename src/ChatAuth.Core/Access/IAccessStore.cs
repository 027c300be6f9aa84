namespace ChatAuth.Core.Access;

/// <summary>Where owners, grants and claim codes are kept: in the session database, so that they are read in the transaction that applies a change.</summary>
public interface IAccessStore
{
    /// <summary>All that is granted.</summary>
    Task<Grants> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Makes a person an owner, or takes it back; true when that changed anything.</summary>
    Task<bool> SaveOwnerAsync(Person person, bool owner, CancellationToken cancellationToken);

    /// <summary>Adds a grant, or replaces the one of the same person, place and direction.</summary>
    Task SaveRuleAsync(AccessRule rule, CancellationToken cancellationToken);

    /// <summary>Removes every grant of a person, or those for one place; returns how many.</summary>
    Task<int> DeleteRulesAsync(Person person, ConversationPattern? conversation, CancellationToken cancellationToken);

    /// <summary>Keeps the hash of a new claim code; earlier ones become void.</summary>
    /// <param name="hash">SHA-256 of the code.</param>
    /// <param name="expires">When it ends.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task SaveClaimAsync(byte[] hash, DateTimeOffset expires, CancellationToken cancellationToken);

    /// <summary>Makes an open claim code void: it was shown where others read. One that is not open changes nothing.</summary>
    Task VoidClaimAsync(byte[] hash, CancellationToken cancellationToken);

    /// <summary>
    /// Tries a claim code in one transaction: on a match the person becomes an owner and the code is spent. Five wrong tries within a day
    /// end the person's tries for that day.
    /// </summary>
    Task<ClaimOutcome> ClaimAsync(Person person, byte[] hash, DateTimeOffset now, CancellationToken cancellationToken);
}
