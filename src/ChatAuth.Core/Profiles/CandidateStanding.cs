using ChatAuth.Core.Credentials;

namespace ChatAuth.Core.Profiles;

/// <summary>Judges one profile by itself: is it usable now, and until when not?</summary>
internal static class CandidateStanding
{
    public static (CandidateState State, CandidateReason Reason, DateTimeOffset? Until) Of(
        RosterEntry entry, DateTimeOffset now, TimeSpan warnWithin)
    {
        var profile = entry.Profile;
        if (profile.Defect is { } defect) return (CandidateState.Unusable, defect, null);
        if (profile.Credential is Credential.Unknown) return (CandidateState.Unusable, CandidateReason.KindUnknown, null);
        if (profile.Credential.Bearer is null) return (CandidateState.Unusable, CandidateReason.Blank, null);
        var ends = profile.CanRefresh ? null : profile.Credential.Expires;
        if (ends <= now) return (CandidateState.Expired, ReasonOf(profile.Refresh), ends);
        if (entry.Health.IsDisabled(now)) return (CandidateState.Disabled, CandidateReason.Disabled, entry.Health.UnusableUntil(now));
        if (entry.Health.IsCooling(now)) return (CandidateState.Cooling, CandidateReason.Cooling, entry.Health.CooldownUntil);
        if (entry.HasFailed) return (CandidateState.Cooling, CandidateReason.Cooling, null);
        if (entry.TriedUntil is { } tried) return (CandidateState.Ready, CandidateReason.OnTrial, tried);
        return ends - now <= warnWithin && !profile.IsRenewed
            ? (CandidateState.Expiring, CandidateReason.Outranked, ends)
            : (CandidateState.Ready, CandidateReason.Outranked, ends);
    }

    private static CandidateReason ReasonOf(RefreshState refresh) => refresh switch
    {
        RefreshState.OutcomeUnknown => CandidateReason.RefreshOutcomeUnknown,
        RefreshState.Refused => CandidateReason.SignInNeeded,
        RefreshState.Restored => CandidateReason.StoreRestored,
        RefreshState.ClientRefused => CandidateReason.IssuerRefusesClient,
        _ => CandidateReason.Expired,
    };
}
