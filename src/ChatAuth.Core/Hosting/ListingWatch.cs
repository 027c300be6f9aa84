using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Hosting;

/// <summary>
/// Where the operator turned it on, asks vendors anew for lists of models that have grown old, with credentials of the main agent that are not metered. A vendor
/// that failed is left alone for as long as one that answered.
/// </summary>
internal sealed partial class ListingWatch(
    ListingRefresher refresher, IListingCache cache, ChatAuthSettings settings, TimeProvider time, ILogger<ListingWatch>? log = null) : BackgroundService
{
    /// <summary>Vendors are not asked more often, also while their lists cannot be stored.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromHours(1);

    private readonly Dictionary<ListingKey, DateTimeOffset> _leftAloneUntil = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => settings.ListRefresh is { } age
        ? RegularLook.RunAsync(token => LookAsync(age, token), "Lists of models were not asked for now", atOnce: true, time, log, stoppingToken)
        : Task.CompletedTask;

    /// <summary>One look.</summary>
    internal async Task LookAsync(TimeSpan age, CancellationToken stoppingToken)
    {
        var (known, now) = (cache.Load(), time.GetUtcNow());
        var outcomes = await refresher.RefreshAsync(AgentId.Main, IsDue, stoppingToken).ConfigureAwait(false);
        foreach (var outcome in outcomes)
        {
            _leftAloneUntil[ListingKey.Of(outcome.Profile)] = now + age;
            if (log is not null) LogOutcome(log, outcome.Profile.Provider, outcome.Failure?.Id ?? "listed", outcome.Count);
        }

        bool IsDue(AuthProfile profile)
        {
            var key = ListingKey.Of(profile);
            if (profile.Billing is BillingClass.Metered || IsRecent(known.Find(profile)?.At) || IsLeftAlone(key)) return false;
            _leftAloneUntil[key] = now + Least;
            return true;
        }

        // One of the future was taken before the clock was set back.
        bool IsRecent(DateTimeOffset? at) => at is { } moment && (now - moment).Duration() < age;

        bool IsLeftAlone(ListingKey key) => _leftAloneUntil.TryGetValue(key, out var until) && now < until && until - now <= age;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Models of an account at {Provider}: {Result}, {Count}")]
    private static partial void LogOutcome(ILogger log, ProviderId provider, string result, int count);
}
