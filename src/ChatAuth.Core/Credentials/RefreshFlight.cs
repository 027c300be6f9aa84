using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Credentials;

/// <summary>
/// What happens to one refresh token while its page of the journal is held: nothing is sent before its intent is durable, nothing is read before the
/// answer is, and nothing is used before it is stored. What a process that ended left on the page is carried on from there.
/// </summary>
internal sealed class RefreshFlight(
    IRefreshJournal journal, RefreshableLogins logins, RefreshSave save, BorrowedLogins borrowed, KnownEnds ends, IIdFactory ids, TimeProvider time, ITokenEndpoint? endpoint = null)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    /// <summary>Carries on what is pending; else exchanges the token if the access token ends within the given time.</summary>
    /// <param name="owner">The agent whose store holds the login.</param>
    /// <param name="id">Its profile.</param>
    /// <param name="family">The token that it was seen with.</param>
    /// <param name="within">How soon an end counts.</param>
    /// <param name="deadline">Ends the waiting for locks and what is before the send.</param>
    public async Task<RefreshOutcome> FlyAsync(AgentId owner, ProfileId id, RefreshFamily family, TimeSpan within, CancellationToken deadline)
    {
        using var page = await journal.OpenAsync(family, deadline).ConfigureAwait(false);
        var login = await logins.FindAsync(owner, id, deadline).ConfigureAwait(false);
        if (login?.Family != family) return await save.LeaveAsync(page, owner, family, login, deadline).ConfigureAwait(false);
        if ((page.Record.Last is null ? await ends.FindAsync(login, deadline).ConfigureAwait(false) : page.Record.End) is { } end) return await save.EndAsync(login, end).ConfigureAwait(false);
        if (page.Record.Last is null && Needless(login, within) is { } needless) return needless;

        await using var loan = await borrowed.TakeAsync(login, deadline).ConfigureAwait(false);
        if (page.Record.Answer is null && loan.Problem is { } problem) return new RefreshOutcome.Unavailable(problem, time.GetUtcNow() + Rest);
        while (true)
        {
            if (page.Record is { Answer: { } answer, Last: { } intent })
            {
                if (await save.FinishAsync(page, login, answer, intent, loan, deadline).ConfigureAwait(false) is { } finished) return finished;
            }
            if (Barred(page.Record, login) is { } barred) return barred;
            if (page.Record.Second is not null) return await save.GiveUpAsync(page, login).ConfigureAwait(false);
            if (await SendAsync(page, login, deadline).ConfigureAwait(false) is { } unsent) return unsent;
        }
    }

    private RefreshOutcome? Needless(RefreshableLogin login, TimeSpan within) =>
        !login.EndsWithin(within, time.GetUtcNow()) ? new RefreshOutcome.NotNeeded() : RefreshSave.OutcomeOf(login.Entry.Refresh);

    /// <summary>An issuer without grace revokes everything on a second exchange, so that waits while the access token serves.</summary>
    private RefreshOutcome.Unavailable? Barred(RefreshRecord record, RefreshableLogin login)
    {
        if (record is not { First: { } first, Second: null }) return null;
        var now = time.GetUtcNow();
        var inGrace = first.At <= now && now - first.At < login.Issuer.Grace;
        return inGrace || login.EndsWithin(TimeSpan.Zero, now)
            ? null
            : new RefreshOutcome.Unavailable(ErrorCode.RefreshOutcomeUnknown, login.Entry.Credential.Expires);
    }

    /// <summary>Sends once; null when something came back or may have been spent.</summary>
    private async Task<RefreshOutcome?> SendAsync(IRefreshPage page, RefreshableLogin login, CancellationToken deadline)
    {
        if (endpoint is null) return new RefreshOutcome.Unavailable(ErrorCode.RefreshUnavailable, null);
        var place = await logins.PlaceOfAsync(login.Owner, deadline).ConfigureAwait(false);
        page.Intend(new RefreshIntent(ids.NextBits(), time.GetUtcNow(), login.Owner, login.Entry.Id, place));
        RawTokenAnswer answer;
        try
        {
            answer = await endpoint.SendAsync(login.Issuer, new TokenGrant.Refresh(login.Token), deadline).ConfigureAwait(false);
        }
        catch (TokenRequestException failure) when (failure.WasSent)
        {
            return null; // The intent stands.
        }
        catch (Exception failure) when (failure is TokenRequestException or OperationCanceledException)
        {
            page.Withdraw();
            return new RefreshOutcome.Unavailable(ErrorCode.RefreshUnavailable, time.GetUtcNow() + Rest);
        }
        try
        {
            page.Keep(answer);
        }
        catch (ChatAuthException)
        {
            // The disk broke under the room that was made: the page still knows the answer, and the store is its second chance.
        }
        return null;
    }
}
