using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Core.Credentials;

/// <summary>Takes a login that was found in another program into the main agent's store, where it belongs there.</summary>
internal sealed class LoginAdopter(ICredentialStore store, AccountQuestions questions, ChatAuthSettings settings, IIdFactory ids, TimeProvider time)
{
    /// <summary>Decides, asks the vendor where that matters, and decides again under the store's lock.</summary>
    /// <returns>The outcome, and until when it holds for this very login; null as long as the login is the same.</returns>
    public async Task<(ImportOutcome Outcome, DateTimeOffset? Until)> AdoptAsync(
        ICredentialSource source, SourceReading.Login login, bool addNew, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            var stored = Find(await store.LoadAsync(AgentId.Main, cancellationToken).ConfigureAwait(false), source);
            if (stored is null && !addNew) return (ImportOutcome.Of(source, ImportResult.Nothing), now);
            var found = EntryOf(source, login);
            var answer = ImportDecision.NeedsAccount(stored, found, now)
                ? await questions.AskAsync(found.Provider, found.Credential.Bearer!, cancellationToken).ConfigureAwait(false)
                : null;
            if (answer is AccountAnswer.Stated said) found = found with { Account = said.Account, Email = said.Email ?? found.Email };
            var result = await SaveAsync(source, stored, found, answer is AccountAnswer.TokenRefused, cancellationToken).ConfigureAwait(false);
            var unanswered = result is ImportResult.Unproven or ImportResult.AccountChanged ? answer as AccountAnswer.Unknown : null;
            return (ImportOutcome.Of(source, result) with { Why = unanswered?.Why }, UntilOf(result, stored, unanswered is not null, now));
        }
        catch (ChatAuthException broken)
        {
            return (ImportOutcome.Of(source, ImportResult.NotSaved) with { Code = broken.Code }, now);
        }
    }

    private StoredCredential EntryOf(ICredentialSource source, SourceReading.Login login) =>
        new(source.Profile, source.Profile.Provider, login.Credential, login.Email, Source: source.Name)
        {
            IsImport = true,
            SignIn = login.Credential is Credential.OAuth ? $"{ids.NextBits():x16}" : null,
        };

    private async Task<ImportResult> SaveAsync(
        ICredentialSource source, StoredCredential? before, StoredCredential found, bool isRefused, CancellationToken cancellationToken)
    {
        var keepRefresh = settings.Imports.GetValueOrDefault(source.Name) is { Refresh: true };
        var decision = Decide(before);
        if (decision.Entry is null) return decision.Result;
        await store.EditAsync(AgentId.Main, set =>
        {
            var stored = Find(set, source);
            // What was removed since it was read stays removed.
            decision = stored is null && before is not null ? new ImportDecision(ImportResult.Nothing) : Decide(stored);
            return decision.Entry is { } entry ? [new CredentialEdit.Put(entry)] : [];
        }, cancellationToken).ConfigureAwait(false);
        return decision.Result;

        ImportDecision Decide(StoredCredential? stored) => ImportDecision.Of(stored, found, isRefused, keepRefresh, time.GetUtcNow());
    }

    /// <summary>A kept one is looked at again when the stored one has ended, and when the vendor may answer again.</summary>
    private static DateTimeOffset? UntilOf(ImportResult result, StoredCredential? stored, bool isUnanswered, DateTimeOffset now)
    {
        if (result is not ImportResult.Unproven) return null;
        var ends = stored?.Credential.Expires;
        var again = now + AccountQuestions.Pause;
        return isUnanswered && !(ends < again) ? again : ends;
    }

    private static StoredCredential? Find(CredentialSet set, ICredentialSource source) => set.Credentials.FirstOrDefault(entry => entry.Id == source.Profile);
}
