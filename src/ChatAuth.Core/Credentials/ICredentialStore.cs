namespace ChatAuth.Core.Credentials;

/// <summary>Where credentials are kept, one store an agent. Implementations are thread-safe and safe between processes.</summary>
public interface ICredentialStore
{
    /// <summary>Reads an agent's credentials as they are now; for providers of which it has none, the main agent's. Nothing is written.</summary>
    /// <exception cref="Errors.ChatAuthException">The store is damaged, unreadable or not private to its owner.</exception>
    ValueTask<CredentialSet> LoadAsync(AgentId agent, CancellationToken cancellationToken);

    /// <summary>
    /// Changes an agent's own store: <paramref name="decide"/> sees what it holds under its lock and returns the edits, which are saved together; none
    /// leaves the store untouched. It is quick and does nothing else: the lock is held, and the lock is never held over a network.
    /// </summary>
    /// <param name="agent">The agent.</param>
    /// <param name="decide">Decides on the agent's own entries, without what it inherits. Called once, and once more only if the store came into being meanwhile: then what it decided before is forgotten.</param>
    /// <param name="cancellationToken">Ends the waiting for the lock.</param>
    /// <returns>What the agent's own store holds now. It is durable.</returns>
    /// <exception cref="Errors.ChatAuthException">The store is damaged, unreadable, not private, newer than this version, or cannot be locked.</exception>
    Task<CredentialSet> EditAsync(AgentId agent, Func<CredentialSet, IReadOnlyList<CredentialEdit>> decide, CancellationToken cancellationToken);
}
