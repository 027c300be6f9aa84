using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Telemetry;

namespace ChatAuth.Core.Credentials;

/// <summary>
/// Refreshes OAuth logins. A refresh token is exchanged at most once, whatever agents, state directories and processes of the host user hold it, plus
/// once more where nobody knows what became of the first. Thread-safe.
/// </summary>
public sealed class OAuthRefresher
{
    /// <summary>A login that is about to be used is refreshed when it ends so soon.</summary>
    public static readonly TimeSpan OnUse = TimeSpan.FromMinutes(2);

    /// <summary>In the background, a login is refreshed when it ends so soon.</summary>
    public static readonly TimeSpan InBackground = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    private readonly RefreshableLogins _logins;
    private readonly IRefreshJournal _journal;
    private readonly RefreshFlight _flight;
    private readonly KnownEnds _ends;
    private readonly TimeProvider _time;
    private readonly ChatAuthMeter _meter;
    private readonly RefreshFlights _flights = new();
    private readonly RefreshRests _rests;

    internal OAuthRefresher(RefreshableLogins logins, IRefreshJournal journal, RefreshFlight flight, KnownEnds ends, TimeProvider time, ChatAuthMeter meter) =>
        (_logins, _journal, _flight, _ends, _time, _meter, _rests) = (logins, journal, flight, ends, time, meter, new RefreshRests(time));

    /// <summary>Refreshes a login if its access token ends within <see cref="OnUse"/> or has ended.</summary>
    /// <param name="agent">The agent that uses it; one that is inherited is refreshed in the store that owns it.</param>
    /// <param name="id">The profile.</param>
    /// <param name="waiter">Ends the waiting of this caller only: the refresh goes on.</param>
    /// <exception cref="ChatAuthException">The store or the journal's key cannot be read.</exception>
    public Task<RefreshOutcome> RefreshAsync(AgentId agent, ProfileId id, CancellationToken waiter) => RefreshAsync(agent, id, OnUse, waiter);

    /// <summary>Refreshes a login if its access token ends within that time or has ended.</summary>
    /// <inheritdoc cref="RefreshAsync(AgentId, ProfileId, CancellationToken)"/>
    public async Task<RefreshOutcome> RefreshAsync(AgentId agent, ProfileId id, TimeSpan within, CancellationToken waiter)
    {
        for (var isAgain = false; ; isAgain = true)
        {
            var login = await _logins.FindAsync(agent, id, waiter).ConfigureAwait(false);
            if (login is null || !login.EndsWithin(within, _time.GetUtcNow())) return new RefreshOutcome.NotNeeded();
            if (_rests.Find(login.Family) is { } rest) return rest;
            var outcome = await JoinAsync(login, within).WaitAsync(waiter).ConfigureAwait(false);
            // What a process left behind long ago has ended too: what it brought is exchanged in its turn.
            if (isAgain || outcome is not RefreshOutcome.Refreshed { Login.Credential.Expires: { } end } || end > _time.GetUtcNow()) return outcome;
        }
    }

    /// <summary>Refreshes a login whose access token a vendor refused, whatever end was stated for it.</summary>
    /// <param name="agent">The agent that uses it.</param>
    /// <param name="id">The profile.</param>
    /// <param name="refused">The access token; a login that holds another one by now is left as it is.</param>
    /// <param name="waiter">Ends the waiting of this caller only: the refresh goes on.</param>
    /// <returns>Whether the login holds another access token now.</returns>
    /// <exception cref="ChatAuthException">The store or the journal's key cannot be read.</exception>
    public async Task<bool> ReplaceAsync(AgentId agent, ProfileId id, Secret refused, CancellationToken waiter)
    {
        if (await _logins.FindAsync(agent, id, waiter).ConfigureAwait(false) is not { } login) return false;
        if (!login.Shows(refused)) return true;
        if (_rests.Find(login.Family) is not null) return false;
        await JoinAsync(login, TimeSpan.MaxValue).WaitAsync(waiter).ConfigureAwait(false);
        return await _logins.FindAsync(agent, id, waiter).ConfigureAwait(false) is { } now && !now.Shows(refused);
    }

    /// <summary>Refreshes every login of an agent's own store that ends within <see cref="InBackground"/>, one after the other.</summary>
    /// <exception cref="ChatAuthException">The store or the journal cannot be read.</exception>
    public async Task RefreshAllAsync(AgentId agent, CancellationToken cancellationToken)
    {
        foreach (var login in await _logins.ListAsync(agent, cancellationToken).ConfigureAwait(false))
        {
            if (login.Entry.Refresh is not (RefreshState.Untroubled or RefreshState.ClientRefused)) continue;
            // A store that was restored shall say so before anybody needs its tokens.
            if (await _ends.FindAsync(login, cancellationToken).ConfigureAwait(false) is not null) await JoinAsync(login, InBackground).WaitAsync(cancellationToken).ConfigureAwait(false);
            else await RefreshAsync(agent, login.Entry.Id, InBackground, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Carries on what processes that ended left pending in the stores of this installation.</summary>
    /// <exception cref="ChatAuthException">A store or the journal cannot be read.</exception>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        foreach (var (family, intent) in _journal.ListPending())
        {
            if (intent.Place != await _logins.PlaceOfAsync(intent.Agent, cancellationToken).ConfigureAwait(false)) continue;
            if (_rests.Find(family) is not null) continue;
            if (await _logins.FindAsync(intent.Agent, intent.Profile, cancellationToken).ConfigureAwait(false) is not { } login) continue;
            await JoinAsync(login with { Family = family }, TimeSpan.Zero).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends when every exchange that is under way has ended: what a stop waits for.</summary>
    public Task WhenLandedAsync() => _flights.WhenLandedAsync();

    private Task<RefreshOutcome> JoinAsync(RefreshableLogin login, TimeSpan within) => _flights.Join(login, async () =>
        _rests.Note(login.Family, _meter.Refreshed(login.Entry.Provider, await FlyAsync(login, within).ConfigureAwait(false))));

    private async Task<RefreshOutcome> FlyAsync(RefreshableLogin login, TimeSpan within)
    {
        using var deadline = new CancellationTokenSource(Deadline, _time);
        try
        {
            return await _flight.FlyAsync(login.Owner, login.Entry.Id, login.Family, within, deadline.Token).ConfigureAwait(false);
        }
        catch (ChatAuthException failure)
        {
            return new RefreshOutcome.Unavailable(failure.Code, null);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new RefreshOutcome.Unavailable(ErrorCode.RefreshUnavailable, null);
        }
    }
}
