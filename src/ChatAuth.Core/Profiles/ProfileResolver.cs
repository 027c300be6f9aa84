using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Profiles;

/// <summary>
/// Decides which account pays: a pure function. Precedence: a forbidding rule, the conversation's own user pin, an inherited one, a requiring rule,
/// the automatic pin, a preferring rule, the explicit order, kind and last use. Under a user pin there is no other candidate.
/// </summary>
public static class ProfileResolver
{
    /// <summary>Resolves a request. Profiles that the asker may not use take no part and are not listed.</summary>
    public static ProfileResolution Resolve(ResolutionRequest request)
    {
        var rules = new MatchedRules(request);
        var candidates = Rank(request, rules, out var expected);
        return request.Session.Pins[request.Model.Provider].OfPerson is { } pin
            ? UnderPin(request, rules, candidates, pin, expected)
            : Automatic(request, rules, candidates, expected);
    }

    private static Candidate[] Rank(ResolutionRequest request, in MatchedRules rules, out AuthProfile? expected)
    {
        var entries = request.Profiles;
        var candidates = new Candidate[entries.Count];
        var ranks = new CandidateRank[entries.Count];
        var best = new CandidateRank(int.MaxValue, 0, 0, 0);
        var last = request.LastReceipt?.Payer;
        var count = 0;
        var isSorted = true;
        expected = null;
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var profile = entry.Profile;
            if (!profile.Audience.Admits(request.Asker)) continue;
            var (state, reason, until) = CandidateStanding.Of(entry, request.Now, request.WarnWithin);
            var position = request.Order?.IndexOf(profile.Id) ?? -1;
            var rule = rules.Forbids(profile.Id);
            if (rule is not null) reason = CandidateReason.ForbiddenByRule;
            else if (!rules.Admits(profile.Id)) (reason, rule) = (CandidateReason.NotRequired, rules.Requires);
            else if (request.Order is not null && position < 0) reason = CandidateReason.NotInOrder;
            else if (!profile.IsAccepted && position < 0) reason = CandidateReason.NotAccepted;
            else if (reason is CandidateReason.Outranked or CandidateReason.Cooling && request.NotOfferedTo.Contains(profile.Id)) reason = CandidateReason.ModelNotOffered;
            else if (reason is CandidateReason.Outranked && !request.ProviderAvailable) reason = CandidateReason.ProviderNotAvailable;

            candidates[count] = new Candidate(profile.Id, profile, state, reason, until, rule?.Id)
            {
                Rest = state is CandidateState.Cooling or CandidateState.Disabled ? entry.Health.RestAt(request.Now) : null,
            };
            ranks[count] = CandidateRank.Of(entry, state, until, position, last, request.Order is not null, i);
            isSorted = isSorted && (count == 0 || ranks[count - 1].CompareTo(ranks[count]) < 0);
            count++;
            if (reason is CandidateReason.ForbiddenByRule or CandidateReason.NotRequired or CandidateReason.NotInOrder or CandidateReason.NotAccepted || state is CandidateState.Unusable) continue;
            var ifUsable = CandidateRank.Of(entry, CandidateState.Ready, null, position, last, request.Order is not null, i);
            if (ifUsable.CompareTo(best) < 0) (best, expected) = (ifUsable, profile);
        }
        if (!isSorted) Array.Sort(ranks, candidates, 0, count); // Often they are stored as they stand, and the first sort of a process has to be compiled.
        return count == candidates.Length ? candidates : candidates[..count];
    }

    private static ProfileResolution Automatic(ResolutionRequest request, in MatchedRules rules, Candidate[] candidates, AuthProfile? expected)
    {
        var (index, decidedBy, rule) = Choose(request, rules, candidates);
        if (index < 0)
        {
            if (Array.Find(candidates, candidate => candidate.Reason is CandidateReason.OnTrial) is { } tried)
            {
                return new ProfileResolution(request.Model, candidates, null, decidedBy, rule, ErrorCode.CredentialOnTrial, tried.Until, null, expected);
            }
            var refusal = !request.ProviderAvailable ? ErrorCode.ProviderNotAvailable
                : candidates.Length == 0 && HasUnshared(request) ? ErrorCode.NobodyShared : ErrorCode.NobodyEligible;
            var soonest = Array.Find(candidates, candidate => candidate.Reason is CandidateReason.Cooling or CandidateReason.Disabled)?.Until;
            return new ProfileResolution(request.Model, candidates, null, decidedBy, rule, refusal, soonest, null, expected);
        }
        var chosen = candidates[index] with { Reason = CandidateReason.Chosen };
        candidates.AsSpan(0, index).CopyTo(candidates.AsSpan(1));
        candidates[0] = chosen;
        var verdict = PayerPolicy.Judge(request, chosen.Profile!, request.InsteadOf ?? expected!);
        return new ProfileResolution(request.Model, candidates, chosen, decidedBy, rule, null, null, verdict, expected);
    }

    /// <summary>The person knows it from private conversations; of others' accounts nothing is told.</summary>
    private static bool HasUnshared(ResolutionRequest request) =>
        request.Profiles.Any(entry => !entry.Profile.Audience.Shared && (entry.Profile.Audience with { Shared = true }).Admits(request.Asker));

    private static (int Index, Precedence DecidedBy, string? Rule) Choose(ResolutionRequest request, in MatchedRules rules, Candidate[] candidates)
    {
        var byDefault = rules.Requires is not null ? Precedence.RequiringRule
            : request.Order is not null ? Precedence.Order : Precedence.TypeAndLastUse;
        if (request.Session.Pins[request.Model.Provider] is PinState.AutoPinned auto)
        {
            var kept = Array.FindIndex(candidates, candidate => candidate.Reason is CandidateReason.Outranked
                && candidate.Id == auto.Profile && candidate.Profile!.Payer == auto.Payer);
            if (kept >= 0) return (kept, Precedence.AutoPin, null);
        }
        foreach (var (id, rule) in rules.Preferred)
        {
            var preferred = Array.FindIndex(candidates, candidate => candidate.Reason is CandidateReason.Outranked && candidate.Id == id);
            if (preferred >= 0) return (preferred, Precedence.PreferringRule, rule.Id);
        }
        return (Array.FindIndex(candidates, candidate => candidate.Reason is CandidateReason.Outranked), byDefault, rules.Requires?.Id);
    }

    private static ProfileResolution UnderPin(
        ResolutionRequest request, in MatchedRules rules, Candidate[] candidates, PinState.UserPinned pin, AuthProfile? expected)
    {
        var decidedBy = request.ChoiceInherited ? Precedence.InheritedUserPin : Precedence.UserPin;
        var index = Array.FindIndex(candidates, candidate => candidate.Id == pin.Profile);
        for (var i = 0; i < candidates.Length; i++)
        {
            if (i != index && candidates[i].Reason is CandidateReason.Outranked or CandidateReason.OnTrial or CandidateReason.NotInOrder or CandidateReason.NotAccepted)
            {
                candidates[i] = candidates[i] with { Reason = CandidateReason.AnotherIsPinned };
            }
        }
        if (index < 0)
        {
            var hidden = request.Profiles.Any(entry => entry.Profile.Id == pin.Profile);
            var gone = new Candidate(pin.Profile, null, CandidateState.Missing, CandidateReason.Missing, null);
            return new ProfileResolution(request.Model, hidden ? candidates : [gone, .. candidates], null, decidedBy, null,
                hidden ? ErrorCode.PinNotPermitted : ErrorCode.PinMissing, null, null, expected);
        }
        var pinned = candidates[index];
        candidates.AsSpan(0, index).CopyTo(candidates.AsSpan(1));
        candidates[0] = pinned;
        if (rules.Forbids(pin.Profile) is { } forbids)
        {
            return new ProfileResolution(request.Model, candidates, null, Precedence.ForbiddingRule, forbids.Id, ErrorCode.PinForbidden, null, null, expected);
        }
        if (PinRefusal(request, pin, pinned) is { } refusal)
        {
            if (refusal == ErrorCode.AccountChanged) candidates[0] = pinned with { Reason = CandidateReason.AccountChanged };
            return new ProfileResolution(request.Model, candidates, null, decidedBy, null, refusal, EndOf(pinned), null, expected);
        }
        if (!request.ProviderAvailable)
        {
            candidates[0] = pinned with { Reason = CandidateReason.ProviderNotAvailable };
            return new ProfileResolution(request.Model, candidates, null, decidedBy, null, ErrorCode.ProviderNotAvailable, null, null, expected);
        }
        candidates[0] = pinned = pinned with { Reason = CandidateReason.Chosen };
        var verdict = PayerPolicy.Judge(request, pinned.Profile!, request.InsteadOf ?? expected ?? pinned.Profile!);
        return new ProfileResolution(request.Model, candidates, pinned, decidedBy, null, null, null, verdict, expected);
    }

    /// <summary>A resting profile is still tried under a person's pin, unless the vendor itself named the end and nobody said "try anyway".</summary>
    private static ErrorCode? PinRefusal(ResolutionRequest request, PinState.UserPinned pin, Candidate pinned)
    {
        if (pinned.Reason is CandidateReason.OriginChanged) return ErrorCode.OriginChanged;
        if (pinned.Profile!.Payer != pin.Payer) return ErrorCode.AccountChanged;
        if (request.Session.Pins[request.Model.Provider] is PinState.PinBroken { Reason: PinBreak.Refused } broken
            && broken.RefusedRevision == pinned.Profile.Revision)
        {
            return ErrorCode.PinRefused;
        }
        return pinned.State switch
        {
            CandidateState.Expired when pinned.Reason is CandidateReason.RefreshOutcomeUnknown => ErrorCode.RefreshOutcomeUnknown,
            CandidateState.Expired when pinned.Reason is CandidateReason.SignInNeeded => ErrorCode.SignInNeeded,
            CandidateState.Expired when pinned.Reason is CandidateReason.StoreRestored => ErrorCode.StoreRestored,
            CandidateState.Expired when pinned.Reason is CandidateReason.IssuerRefusesClient => ErrorCode.IssuerRefusesClient,
            CandidateState.Unusable or CandidateState.Expired => ErrorCode.PinExpired,
            CandidateState.Disabled => ErrorCode.PinDisabled,
            CandidateState.Cooling when pinned.Rest is { EndIsVendors: true } && !TryAnyway(request, pinned.Id) => ErrorCode.PinCooling,
            _ => null,
        };
    }

    /// <summary>A rest ends by itself; a credential that has ended does not come back.</summary>
    private static DateTimeOffset? EndOf(Candidate pinned) => pinned.State is CandidateState.Cooling or CandidateState.Disabled ? pinned.Until : null;

    private static bool TryAnyway(ResolutionRequest request, ProfileId id) => request.Session.ConsentsToTry(id).Any(consent =>
        consent.Scope is ConsentScope.Session || (consent.Scope is ConsentScope.Once && consent.By == request.Asker.Person));
}
