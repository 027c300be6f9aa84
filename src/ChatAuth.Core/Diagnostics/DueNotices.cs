using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Diagnostics;

/// <summary>Finds what owners are to be told, whether they were told before or not.</summary>
public sealed class DueNotices
{
    private static readonly (TimeSpan Left, ExpiryStage Stage)[] s_stages =
    [
        (TimeSpan.Zero, ExpiryStage.Ended), (TimeSpan.FromHours(2), ExpiryStage.TwoHours),
        (TimeSpan.FromDays(1), ExpiryStage.OneDay), (TimeSpan.FromDays(7), ExpiryStage.SevenDays),
    ];

    private readonly Remedies _remedies;
    private readonly BrokenPins _pins;

    internal DueNotices(Remedies remedies, BrokenPins pins) => (_remedies, _pins) = (remedies, pins);

    /// <summary>
    /// About credentials: for each that ends by itself the nearest stage, for one that its own program renews only the last, and every account that could
    /// not pay and rests.
    /// </summary>
    /// <param name="agent">The agent that was looked at.</param>
    /// <param name="report">What was seen.</param>
    public IEnumerable<OwnerNotice.OfCredential> Of(AgentId agent, CredentialReport report)
    {
        foreach (var (profile, _, health) in report.Providers.SelectMany(provider => provider.Profiles))
        {
            if (FindEnd(agent, profile, report.At) is { } end) yield return end;
            if (health.IsDisabled(report.At)) yield return new OwnerNotice.ProfileDisabled(agent, profile.Id, health.DisabledUntil!.Value, _remedies.ToClear(agent, profile.Id));
        }
    }

    /// <summary>About the pins of people that broke of late and are broken still.</summary>
    /// <param name="report">What was seen of the main agent's credentials.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<OwnerNotice.PinsBroken>> OfPinsAsync(CredentialReport report, CancellationToken cancellationToken)
    {
        var broken = await _pins.FindAsync(cancellationToken).ConfigureAwait(false);
        return [.. broken.Select(group => new OwnerNotice.PinsBroken(
            group.Key.Profile, CodeOf(group.Key.Why), [.. group],
            _remedies.ToMend(group.Key.Profile, report.Find(group.Key.Profile), group.Key.Why, group.First().Conversation)))];
    }

    /// <summary>A notice was recorded as told: this process does not find it again.</summary>
    internal void Told(OwnerNotice.PinsBroken notice) => _pins.Told(notice.Pins);

    private OwnerNotice.OfCredential? FindEnd(AgentId agent, AuthProfile profile, DateTimeOffset now)
    {
        if (profile.CanRefresh || profile.Credential.Expires is not { } ends) return null;
        foreach (var (left, stage) in s_stages)
        {
            if (ends - now > left) continue;
            if (stage is ExpiryStage.Ended) return new OwnerNotice.CredentialExpired(agent, profile.Id, ends, CodeOf(profile.Refresh), _remedies.ToRenew(agent, profile));
            return profile.IsRenewed ? null : new OwnerNotice.CredentialExpiring(agent, profile.Id, stage, ends, CodeOf(profile.Refresh), _remedies.ToRenew(agent, profile));
        }
        return null;
    }

    private static ErrorCode? CodeOf(RefreshState refresh) => refresh switch
    {
        RefreshState.OutcomeUnknown => ErrorCode.RefreshOutcomeUnknown,
        RefreshState.Refused => ErrorCode.SignInNeeded,
        RefreshState.Restored => ErrorCode.StoreRestored,
        RefreshState.ClientRefused => ErrorCode.IssuerRefusesClient,
        _ => null,
    };

    private static ErrorCode CodeOf(PinBreak why) => why switch
    {
        PinBreak.Missing => ErrorCode.PinMissing,
        PinBreak.Expired => ErrorCode.PinExpired,
        PinBreak.Refused => ErrorCode.PinRefused,
        PinBreak.Disabled => ErrorCode.PinDisabled,
        _ => ErrorCode.AccountChanged,
    };
}
