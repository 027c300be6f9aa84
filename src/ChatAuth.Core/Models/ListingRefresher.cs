using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Models;

/// <summary>
/// Asks vendors which models the credentials of an agent may use, and remembers what they say. Never on the way of a message: it is asked for on the host, or
/// by a watch that the operator turned on. No answer touches anybody's health.
/// </summary>
public sealed class ListingRefresher
{
    /// <summary>How long a vendor is waited for, all pages of its list together.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const int AtOnce = 2;
    private readonly RosterSource _rosters;
    private readonly IReadOnlyList<IModelLister> _listers;
    private readonly IListingCache _cache;
    private readonly OAuthRefresher _logins;
    private readonly ChatAuthSettings _settings;
    private readonly TimeProvider _time;

    /// <summary>Takes what it works with.</summary>
    public ListingRefresher(
        RosterSource rosters, IEnumerable<IModelLister> listers, IListingCache cache, OAuthRefresher logins, ChatAuthSettings settings, TimeProvider time)
    {
        (_rosters, _listers, _cache) = (rosters, [.. listers], cache);
        (_logins, _settings, _time) = (logins, settings, time);
    }

    /// <summary>Asks with those of an agent's credentials that the operator may spend and that are usable now, two at a time.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="wanted">Which of them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What came of each that was asked with, in stored order.</returns>
    /// <exception cref="ChatAuthException">A store cannot be read, or the lists cannot be stored.</exception>
    public async Task<IReadOnlyList<ListingOutcome>> RefreshAsync(AgentId agent, Func<AuthProfile, bool> wanted, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var roster = await _rosters.LoadAsync(agent, now, cancellationToken).ConfigureAwait(false);
        var asked = roster.All.Select(entry => entry.Profile)
            .Where(profile => FindLister(profile.Provider) is not null && IsUsable(profile, roster, now) && wanted(profile)).ToList();
        var (outcomes, fresh) = (new ListingOutcome[asked.Count], new ModelListing?[asked.Count]);
        var limit = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, asked.Count, limit, async (at, token) =>
            (outcomes[at], fresh[at]) = await AskAsync(agent, asked[at], token).ConfigureAwait(false)).ConfigureAwait(false);
        await _cache.SaveAsync([.. fresh.OfType<ModelListing>()], cancellationToken).ConfigureAwait(false);
        return outcomes;
    }

    private bool IsUsable(AuthProfile profile, ProfileRoster roster, DateTimeOffset now) =>
        OperatorCandidates.Find(profile, model: null, _settings, roster, now) is { State: CandidateState.Ready or CandidateState.Expiring } candidate
        && !OperatorCandidates.IsWithheld(candidate);

    private IModelLister? FindLister(ProviderId provider) => _listers.FirstOrDefault(lister => lister.Serves(provider));

    private async Task<(ListingOutcome Outcome, ModelListing? Listing)> AskAsync(AgentId agent, AuthProfile profile, CancellationToken cancellationToken)
    {
        var (current, problem) = await RefreshedAsync(agent, profile, cancellationToken).ConfigureAwait(false);
        if (problem is not null) return (new ListingOutcome(profile, problem), null);
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var offered = await FindLister(current.Provider)!
                .ListAsync(current, _settings.Catalog.FindEndpoint(current.Provider), either.Token).ConfigureAwait(false);
            var listing = new ModelListing(ListingKey.Of(current), _time.GetUtcNow(), offered.All, offered.IsComplete);
            return (new ListingOutcome(current, null, offered.All.Count, offered.Dropped, offered.IsCut), listing);
        }
        catch (VendorException failure)
        {
            return (new ListingOutcome(current, CodeOf(failure.Code)), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (new ListingOutcome(current, ErrorCode.VendorTimeout), null);
        }
    }

    /// <summary>The profile with a login that has not ended; what was wrong where it could not be refreshed.</summary>
    private async Task<(AuthProfile Profile, ErrorCode? Problem)> RefreshedAsync(AgentId agent, AuthProfile profile, CancellationToken cancellationToken)
    {
        if (!profile.CanRefresh || profile.Credential.Expires - _time.GetUtcNow() > OAuthRefresher.OnUse) return (profile, null);
        var outcome = await _logins.RefreshAsync(agent, profile.Id, cancellationToken).ConfigureAwait(false);
        if (outcome.Problem is { } problem) return (profile, problem);
        var roster = await _rosters.LoadAsync(agent, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return roster.Find(profile.Id) is { Credential.Bearer: not null } refreshed ? (refreshed, null) : (profile, ErrorCode.RefreshUnavailable);
    }

    /// <summary>What a message would be told of is said of the list.</summary>
    private static ErrorCode CodeOf(ErrorCode code) =>
        code == ErrorCode.RequestRefused || code == ErrorCode.VendorLacksModel ? ErrorCode.ListingUnsupported
        : code == ErrorCode.VendorAnswerUnusable ? ErrorCode.ListingUnusable
        : code;
}
