using ChatAuth.Core.Access;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Diagnostics;

/// <summary>One provider: its profiles, who would serve the operator, and whether anybody can serve at all.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="IsInUse">The default model or a fallback is its.</param>
/// <param name="Health">Whether somebody can serve: one profile is enough, the others do not count.</param>
/// <param name="Because">Why nobody can: the reason of the first in line; null when somebody can.</param>
/// <param name="Until">When the last of those who can serve ends, or when the first in line can serve again; null when neither is known.</param>
/// <param name="CanBeCalled">This installation can call the provider. It says nothing about credentials, so it does not count for <paramref name="Health"/>.</param>
/// <param name="Profiles">Every stored profile.</param>
/// <param name="Resolution">The resolver's decision for the operator at this machine's terminal.</param>
public sealed record ProviderReport(
    ProviderId Provider,
    bool IsInUse,
    CredentialHealth Health,
    CandidateReason? Because,
    DateTimeOffset? Until,
    bool CanBeCalled,
    IReadOnlyList<ProfileReport> Profiles,
    ProfileResolution Resolution)
{
    private static readonly Asker Operator = new(Person.Operator, SessionKey.Terminal("status"), IsPrivate: true, IsOperator: true);

    internal static ProviderReport Of(
        ModelRef model, bool inUse, ChatAuthSettings settings, ProfileRoster roster, bool canBeCalled, DateTimeOffset now)
    {
        var entries = roster.For(model.Provider);
        var request = new ResolutionRequest
        {
            Model = model,
            Profiles = entries,
            Order = roster.OrderOf(model.Provider),
            Rules = settings.Rules,
            Asker = Operator,
            ProviderAvailable = canBeCalled,
            WarnWithin = settings.WarnWithin,
            Now = now,
        };
        var (health, because, until) = Judge(request);
        var profiles = entries.Select(entry => new ProfileReport(
            entry.Profile,
            CredentialStatuses.Of(entry.Profile.Credential, now, settings.WarnWithin, entry.Profile.CanRefresh, entry.Profile.IsRenewed),
            entry.Health));
        return new ProviderReport(
            model.Provider, inUse, health, because, until, canBeCalled, [.. profiles], ProfileResolver.Resolve(request));
    }

    /// <summary>
    /// Asks the resolver on behalf of anybody, anywhere: profiles that are spent in other places count, and rules that speak of people or places do not.
    /// </summary>
    private static (CredentialHealth Health, CandidateReason? Because, DateTimeOffset? Until) Judge(ResolutionRequest request)
    {
        var candidates = ProfileResolver.Resolve(request with
        {
            Profiles = [.. request.Profiles.Select(entry => entry with
            {
                Profile = entry.Profile with { Audience = ProfileAudience.EveryonePrivately },
            })],
            Rules = [.. request.Rules.Where(rule => rule.Conversations.Count == 0 && rule.Kinds.Count == 0 && rule.People.Count == 0)],
            ProviderAvailable = true,
        }).Candidates;
        var able = candidates.Where(candidate => candidate.Reason is CandidateReason.Chosen or CandidateReason.Outranked).ToList();
        if (able.Count == 0)
        {
            var first = candidates.Count == 0 ? null : candidates[0];
            // Of one that could pay and must not, that time is its end, and nothing that would help.
            var until = first?.State is CandidateState.Ready or CandidateState.Expiring ? null : first?.Until;
            return (CredentialHealth.Unserved, first?.Reason ?? CandidateReason.Missing, until);
        }
        return able.TrueForAll(candidate => candidate.State is CandidateState.Expiring)
            ? (CredentialHealth.Expiring, null, able.Max(candidate => candidate.Until))
            : (CredentialHealth.Healthy, null, null);
    }
}
