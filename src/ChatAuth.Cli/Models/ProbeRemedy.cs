using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Cli.Models;

/// <summary>What to do about a probe that was not answered.</summary>
internal static class ProbeRemedy
{
    /// <param name="result">What came of it.</param>
    /// <param name="profile">The profile; null when it is gone.</param>
    /// <param name="sources">The programs whose logins are borrowed.</param>
    /// <returns>A command, or words; null where there is nothing to do, or nothing is known.</returns>
    public static string? Of(ProbeResult result, AuthProfile? profile, IEnumerable<ICredentialSource> sources)
    {
        if (result.Code == ErrorCode.CredentialForClaudeCodeOnly) return result.Code.Remedy;
        return result switch
        {
            { Status: ProbeStatus.Answered or ProbeStatus.ServesElsewhere or ProbeStatus.Limited } => null,
            { Status: ProbeStatus.NoModel } => "name one with --probe-model",
            { Status: ProbeStatus.Unpaid } => "pay at the vendor, or put another account before it: chatauth models auth order set",
            { Status: ProbeStatus.Late } => "try again later, or with a longer --probe-timeout",
            { Status: ProbeStatus.Malformed } => "try another --probe-model, or a larger --probe-max-tokens",
            { Status: ProbeStatus.Refused } => profile is null ? null : Renewal.Of(profile, sources),
            { Code: { } code } => code == ErrorCode.VendorUnavailable ? "try again later" : code.Remedy,
            { Reason: { } reason } => profile is null ? null : Of(reason, profile, sources),
            _ => null,
        };
    }

    private static string? Of(CandidateReason reason, AuthProfile profile, IEnumerable<ICredentialSource> sources) => reason switch
    {
        CandidateReason.NotAccepted => $"chatauth models auth accept {profile.Source}",
        CandidateReason.OriginChanged => Remedy.ToRebind(AgentId.Main, profile).Command,
        CandidateReason.NotInOrder => $"chatauth models auth order get --provider {profile.Provider}",
        CandidateReason.Expired or CandidateReason.SignInNeeded or CandidateReason.StoreRestored or CandidateReason.RefreshOutcomeUnknown => Renewal.Of(profile, sources),
        CandidateReason.Blank or CandidateReason.KindUnknown or CandidateReason.ModeMismatch or CandidateReason.IssuerRefusesClient => "chatauth doctor",
        _ => null,
    };
}
