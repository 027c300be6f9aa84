using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Credentials;

/// <summary>Brings what the page of a token says into the store that holds it, then into the program that it is borrowed from, and then ends the page.</summary>
internal sealed class RefreshSave(
    IRefreshJournal journal, RefreshableLogins logins, BorrowedLogins borrowed, IEnumerable<IAccountIdentity> identities, Fingerprints fingerprints,
    KnownEnds ends, TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    /// <summary>What the state of an entry means; null when nothing speaks against it.</summary>
    public static RefreshOutcome? OutcomeOf(RefreshState state) => state switch
    {
        RefreshState.OutcomeUnknown => new RefreshOutcome.OutcomeUnknown(),
        RefreshState.Refused => new RefreshOutcome.Refused(ErrorCode.SignInNeeded),
        RefreshState.Restored => new RefreshOutcome.Refused(ErrorCode.StoreRestored),
        _ => null,
    };

    /// <summary>What an entry says that holds a token which ended so.</summary>
    public static RefreshState StateOf(RefreshEnd end) => end switch
    {
        RefreshEnd.Refused => RefreshState.Refused,
        RefreshEnd.Unknown => RefreshState.OutcomeUnknown,
        _ => RefreshState.Restored,
    };

    /// <summary>Acts on a kept answer; null when it tells nothing about the token.</summary>
    public async Task<RefreshOutcome?> FinishAsync(
        IRefreshPage page, RefreshableLogin login, RawTokenAnswer answer, RefreshIntent intent, SourceLoan loan, CancellationToken deadline)
    {
        switch (TokenAnswer.Read(answer, intent.At))
        {
            case TokenAnswer.Granted granted:
                return await StoreAsync(page, login, granted, loan, deadline).ConfigureAwait(false);
            case TokenAnswer.Spent:
                await MarkAsync(login, RefreshState.Refused).ConfigureAwait(false);
                page.Close(RefreshEnd.Refused);
                return new RefreshOutcome.Refused(ErrorCode.SignInNeeded);
            case TokenAnswer.Busy busy when IsUnserved(answer.Status):
                page.Withdraw();
                return new RefreshOutcome.Unavailable(ErrorCode.RefreshUnavailable, time.GetUtcNow() + (busy.RetryAfter ?? Rest));
            case TokenAnswer.Unreadable { Status: < 200 or > 299 }:
                await MarkAsync(login, RefreshState.ClientRefused).ConfigureAwait(false);
                page.Withdraw();
                return new RefreshOutcome.Unavailable(ErrorCode.IssuerRefusesClient, time.GetUtcNow() + Rest);
            case TokenAnswer.Busy:
                var next = intent.At + (Rest < login.Issuer.Grace / 2 ? Rest : login.Issuer.Grace / 2);
                return time.GetUtcNow() < next && page.Record.Second is null ? new RefreshOutcome.Unavailable(ErrorCode.RefreshUnavailable, next) : null;
            default:
                // The page stays open: a version that can read the answer finishes it.
                await MarkAsync(login, RefreshState.OutcomeUnknown).ConfigureAwait(false);
                return new RefreshOutcome.Unavailable(ErrorCode.RefreshUnreadable, null);
        }
    }

    /// <summary>The store holds this token although it ended: the entry says how.</summary>
    public async Task<RefreshOutcome> EndAsync(RefreshableLogin login, RefreshEnd end)
    {
        var state = StateOf(end);
        await MarkAsync(login, state).ConfigureAwait(false);
        return OutcomeOf(state)!;
    }

    /// <summary>It was sent twice and never answered.</summary>
    public async Task<RefreshOutcome> GiveUpAsync(IRefreshPage page, RefreshableLogin login)
    {
        await MarkAsync(login, RefreshState.OutcomeUnknown).ConfigureAwait(false);
        page.Close(RefreshEnd.Unknown);
        return new RefreshOutcome.OutcomeUnknown();
    }

    /// <summary>The store holds another token by now, or no login of ours: what is pending on the page of this one is brought to its end where that is certain.</summary>
    public async Task<RefreshOutcome> LeaveAsync(
        IRefreshPage page, AgentId owner, RefreshFamily family, RefreshableLogin? login, CancellationToken deadline)
    {
        if (login is null) return new RefreshOutcome.NotNeeded();
        if (page.Record is { End: null, Last: { } intent } record && intent.Place == await logins.PlaceOfAsync(owner, deadline).ConfigureAwait(false))
        {
            var granted = record.Answer is { } answer ? TokenAnswer.Read(answer, intent.At) as TokenAnswer.Granted : null;
            var isStored = granted?.Refresh?.Equals(login.Token) == true;
            if (isStored)
            {
                await using var loan = await borrowed.TakeAsync(login, deadline).ConfigureAwait(false);
                Settle(page, family, login, loan, RefreshEnd.Replaced);
            }
            else page.Close(RefreshEnd.Dropped);
        }
        return new RefreshOutcome.Adopted(login.Entry);
    }

    private async Task<RefreshOutcome> StoreAsync(
        IRefreshPage page, RefreshableLogin login, TokenAnswer.Granted granted, SourceLoan loan, CancellationToken deadline)
    {
        if (await IsAnotherAccountAsync(login.Entry, granted, deadline).ConfigureAwait(false))
        {
            await MarkAsync(login, RefreshState.Refused).ConfigureAwait(false);
            page.Close(RefreshEnd.Dropped);
            return new RefreshOutcome.Refused(ErrorCode.AccountChanged);
        }
        if (granted.Refresh is { } next && !next.Equals(login.Token)) await ends.RecordAsync(login.Token, CancellationToken.None).ConfigureAwait(false);
        var credential = new Credential.OAuth(granted.Access, granted.Refresh ?? login.Token, granted.Expires);
        var saved = await logins.SaveAsync(login, entry => entry with
        {
            Credential = credential,
            SignIn = fingerprints.SignInOf(entry),
            Refresh = RefreshState.Untroubled,
        }).ConfigureAwait(false);
        if (saved is null)
        {
            page.Close(RefreshEnd.Dropped);
            var held = await logins.FindAsync(login.Owner, login.Entry.Id, deadline).ConfigureAwait(false);
            return held is null ? new RefreshOutcome.NotNeeded() : new RefreshOutcome.Adopted(held.Entry);
        }
        RefreshEnd? end = credential.Refresh!.Equals(login.Token) ? null : RefreshEnd.Replaced;
        Settle(page, login.Family, login with { Entry = saved }, loan, end);
        return new RefreshOutcome.Refreshed(saved);
    }

    /// <summary>The login is stored. What does not succeed from here on stays on the page, and the next recovery does it.</summary>
    private void Settle(IRefreshPage page, RefreshFamily family, RefreshableLogin stored, SourceLoan loan, RefreshEnd? end)
    {
        try
        {
            var issuer = stored.Issuer.TokenUrl!;
            if (!loan.GiveBack(there => journal.FamilyOf(issuer, there) == family, (Credential.OAuth)stored.Entry.Credential)) return;
            if (end is { } known) page.Close(known);
            else page.Clear();
        }
        catch (ChatAuthException)
        {
            // Whoever waits gets the login that is stored; the page says what is left to do.
        }
    }

    private async Task MarkAsync(RefreshableLogin login, RefreshState state)
    {
        if (login.Entry.Refresh != state) await logins.SaveAsync(login, entry => entry with { Refresh = state }).ConfigureAwait(false);
    }

    /// <summary>Only what the vendor states counts; silence is not another account, because the token came of the one before.</summary>
    private async Task<bool> IsAnotherAccountAsync(StoredCredential entry, TokenAnswer.Granted granted, CancellationToken deadline) =>
        entry.Account is { } account
        && identities.FirstOrDefault(identity => identity.Serves(entry.Provider)) is { } identity
        && await identity.IdentifyAsync(entry.Provider, granted.Access, deadline).ConfigureAwait(false) is AccountAnswer.Stated stated
        && stated.Account != account;

    /// <summary>RFC 9110, 15.6.4, and RFC 6585, 4: the request was not served. Of other failures nobody knows.</summary>
    private static bool IsUnserved(int status) => status is 429 or 503;
}
