using System.Security.Cryptography;
using System.Text;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Credentials;

/// <summary>Finds the logins that we may refresh, and saves them on the condition that they still hold the token that was exchanged.</summary>
internal sealed class RefreshableLogins(ICredentialStore store, IRefreshJournal journal, ChatAuthSettings settings)
{
    /// <summary>The login of a profile, in the store that owns it; null when there is none that the operator lets us refresh.</summary>
    public async ValueTask<RefreshableLogin?> FindAsync(AgentId agent, ProfileId id, CancellationToken cancellationToken)
    {
        var set = await store.LoadAsync(agent, cancellationToken).ConfigureAwait(false);
        var entry = set.Credentials.FirstOrDefault(entry => entry.Id == id);
        return entry is { Inherited: true }
            ? await FindAsync(AgentId.Main, id, cancellationToken).ConfigureAwait(false)
            : entry is null ? null : Make(agent, entry);
    }

    /// <summary>All of an agent's own.</summary>
    public async ValueTask<IReadOnlyList<RefreshableLogin>> ListAsync(AgentId agent, CancellationToken cancellationToken)
    {
        var set = await store.LoadAsync(agent, cancellationToken).ConfigureAwait(false);
        return [.. set.Credentials.Where(entry => !entry.Inherited).Select(entry => Make(agent, entry)).OfType<RefreshableLogin>()];
    }

    /// <summary>Changes the entry of a login while it still holds that login's token.</summary>
    /// <returns>The entry as it is stored now; null when it is gone or holds another token, and nothing was changed.</returns>
    public async Task<StoredCredential?> SaveAsync(RefreshableLogin login, Func<StoredCredential, StoredCredential> change)
    {
        StoredCredential? saved = null;
        await store.EditAsync(login.Owner, set =>
        {
            var entry = set.Credentials.FirstOrDefault(entry => entry.Id == login.Entry.Id);
            if (entry is not { Inherited: false, Credential: Credential.OAuth { Refresh: { } token } } || !token.Equals(login.Token)) return [];
            saved = change(entry);
            return [new CredentialEdit.Put(saved)];
        }, CancellationToken.None).ConfigureAwait(false);
        return saved;
    }

    /// <summary>A hash of where an agent's store is, which tells the stores of several state directories apart.</summary>
    public async ValueTask<string> PlaceOfAsync(AgentId agent, CancellationToken cancellationToken)
    {
        var set = await store.LoadAsync(agent, cancellationToken).ConfigureAwait(false);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(set.Location)).AsSpan(0, 16));
    }

    private RefreshableLogin? Make(AgentId agent, StoredCredential entry)
    {
        if (entry.Credential is not Credential.OAuth { Refresh: { } token }) return null;
        if (settings.OAuth.GetValueOrDefault(entry.Provider) is not { CanRefresh: true } issuer) return null;
        if (entry.IsImport && settings.Imports.GetValueOrDefault(entry.Source) is not { Refresh: true }) return null;
        return new RefreshableLogin(agent, entry, token, issuer, journal.FamilyOf(issuer.TokenUrl!, token));
    }
}
