using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Credentials;

/// <summary>Where credentials are kept, one store an agent. Implementations are thread-safe and safe between processes.</summary>
public interface ICredentialStore
{
    /// <summary>Reads an agent's credentials as they are now; for providers of which it has none, the main agent's. Nothing is written.</summary>
    /// <exception cref="Errors.ChatAuthException">The store is damaged, unreadable or not private to its owner.</exception>
    ValueTask<CredentialSet> LoadAsync(AgentId agent, CancellationToken cancellationToken);

    /// <summary>Replaces an agent's explicit order for a provider; null or empty removes it. Everything else in the store stays as it is.</summary>
    /// <exception cref="Errors.ChatAuthException">The store is damaged, unreadable, not private, newer than this version, or cannot be locked.</exception>
    Task SaveOrderAsync(AgentId agent, ProviderId provider, IReadOnlyList<ProfileId>? order, CancellationToken cancellationToken);
}
