using System.Collections.Immutable;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Chat;

/// <summary>
/// Decides, inside one transaction right before a message is sent, whether it is sent, with which credential, and who agreed to that.
/// Rights, choice, parent, receipts and consents are those of that moment.
/// </summary>
/// <param name="turn">The message.</param>
/// <param name="choice">With what it is asked; null is the conversation's choice.</param>
/// <param name="progress">What this call has tried before.</param>
internal sealed class SendGate(Turn turn, AskChoice? choice, CallProgress progress)
{
    public SendDecision Decide(SessionDraft draft)
    {
        if (!turn.RightsOf(draft).HasFlag(Needed)) return Refuse(draft, ErrorCode.RightMissing);
        if (Redelivery.Find(turn, draft, progress.Failed) is { } refused) return refused;
        var state = StateFor(draft);
        if (choice is { Profile: null } && state.Pins[choice.Model.Provider].OfPerson is null && draft.State.Choice.Pins.Count > 0)
        {
            return OtherPinned(draft);
        }
        var wanted = choice?.Model ?? turn.ModelOf(state);
        if (!turn.Catalog.Providers.Contains(wanted.Provider)) return Refuse(draft, ErrorCode.ModelUnknown, Offers.ForLostModel());
        if (choice is null && state.Model is { Selected: { } selected, IsUnlisted: false } && turn.Catalog.Find(selected) is null)
        {
            return Refuse(draft, ErrorCode.ModelUnknown, Offers.ForLostModel());
        }
        if (!turn.Catalog.Allows(wanted)) return Refuse(draft, ErrorCode.ModelNotAllowed, Offers.ForLostModel());

        var resolution = turn.Resolve(draft, state, wanted, askedOnce: choice is not null);
        return resolution.Chosen is null && Fallback(draft, state, resolution) is { } fallback
            ? Judge(draft, fallback, resolution)
            : Judge(draft, resolution, null);
    }

    /// <summary>The command that made the choice needed them too, but they may have been taken away since.</summary>
    private Rights Needed => Rights.Ask | (choice is null ? Rights.None : Rights.Switch) | (choice?.Profile is null ? Rights.None : Rights.Pin);

    /// <summary>
    /// A yes that this message used up still holds for it. A model asked once is decided on the conversation's state, without the consent that its last reply gave.
    /// </summary>
    private SessionState StateFor(SessionDraft draft)
    {
        var state = progress.Consents.IsEmpty ? draft.State : draft.State with { Consents = draft.State.Consents.AddRange(progress.Consents) };
        if (choice is null) return state;
        state = state with { Acknowledged = null };
        if (choice.Profile is not { } id) return state;
        // One that is gone by now is pinned all the same: what was named is used, or nothing is.
        var payer = turn.Roster.Find(id)?.Payer;
        return state with
        {
            Acknowledged = payer,
            Pins = state.Pins.With(choice.Model.Provider, new PinState.UserPinned(id, payer ?? default, draft.By ?? Person.Operator)),
        };
    }

    private SendDecision.Refuse OtherPinned(SessionDraft draft)
    {
        var shortName = turn.Catalog.ShortName(choice!.Model);
        var works = turn.Display.Typed("/", turn.Visible.Where(known => known.Provider == choice.Model.Provider).Take(3).Select(known => $"{shortName}@{known.Id}"));
        var reply = turn.Display.Failed(draft, ErrorCode.OtherCredentialPinned);
        return new SendDecision.Refuse(turn.Catalog.IsAlias(shortName) ? reply with { Works = works } : reply, Hold: false);
    }

    /// <summary>The next configured model that somebody can serve. Under a person's pin there is none: never another credential.</summary>
    private ProfileResolution? Fallback(SessionDraft draft, SessionState state, ProfileResolution wanted)
    {
        if (choice is not null || state.Pins[wanted.Model.Provider].OfPerson is not null || !IsUnserved(wanted.Refusal)) return null;
        foreach (var model in turn.Catalog.Fallbacks)
        {
            if (model == wanted.Model || !turn.Catalog.Allows(model)) continue;
            var resolution = turn.Resolve(draft, state, model, wanted.Expected);
            if (resolution.Chosen is not null) return resolution;
        }
        return null;
    }

    private static bool IsUnserved(ErrorCode? refusal) =>
        refusal == ErrorCode.NobodyEligible || refusal == ErrorCode.NobodyShared || refusal == ErrorCode.CredentialOnTrial;

    private SendDecision Judge(SessionDraft draft, ProfileResolution resolution, ProfileResolution? fellBackFrom)
    {
        var provider = resolution.Model.Provider;
        if (resolution is not { Chosen.Profile: { } profile, Verdict: { } verdict })
        {
            return Unserved(draft, resolution);
        }
        switch (verdict.Change)
        {
            case PayerChange.Asked:
                return Ask(draft, QuestionKind.PayerChange, verdict.From, profile.Payer, profile.Id, ErrorCode.PayerChange, resolution);
            case PayerChange.Denied:
                return Refuse(draft, ErrorCode.ConsentDenied, Offers.ForRefusal(turn, draft, resolution), profile);
        }
        // A person may have pinned it meanwhile: for this message it is too late.
        if (progress.HasFailed(profile.Id)) return Unserved(draft, resolution);
        if (progress.Refreshes.IsDue(profile, draft.Now)) return new SendDecision.RefreshFirst(profile);
        if (!resolution.IsUnderPin && turn.NeedsTrial(profile, draft.Now) && !progress.Trials.Holds(turn.Context.Agent, profile)) return new SendDecision.TrialFirst(profile);

        ImmutableArray<Consent> spent = draft.State.Consents.IsEmpty ? [] : Spend(draft, profile.Id, verdict.Consent);
        // A yes to one message leaves everything as it was: the next one is compared with who paid before.
        var isOneOff = choice is not null || verdict.Consent is { Scope: ConsentScope.Once };
        if (!isOneOff)
        {
            if (draft.State.Pins[provider].OfPerson is null) draft.Apply(new SessionEvent.ProfileChosen(provider, profile.Id, profile.Payer));
            else draft.Apply(new SessionEvent.ProfileMended(provider, profile.Payer));
        }
        var attempt = new Attempt(
            draft.Snapshot.Session.Key, turn.Context.Cause, draft.Snapshot.Attempts.Count + 1, draft.By ?? Person.Operator,
            isOneOff ? AttemptPurpose.AskOnce : AttemptPurpose.Message,
            resolution.Model, profile.Id, profile.Payer, profile.Billing, draft.Version, draft.Now);
        draft.Open(attempt);
        var underPin = choice?.Profile is not null || draft.State.Pins[provider].OfPerson is not null;
        return new SendDecision.Send(attempt, profile, underPin, NoticesOf(draft, profile, verdict, fellBackFrom, resolution), turn.Display.Session(draft))
        {
            Spent = spent,
        };
    }

    private SendDecision.Refuse Unserved(SessionDraft draft, ProfileResolution resolution)
    {
        var provider = resolution.Model.Provider;
        var pin = draft.State.Pins[provider].OfPerson;
        var code = resolution.Refusal ?? ErrorCode.NobodyEligible;
        // A refresh that failed now may succeed with the next message: that breaks no pin.
        if (choice is null && !progress.Failed.Any(one => one.IsUnsent) && PinBreakOf(code) is { } broke)
        {
            draft.Apply(new SessionEvent.ProfileBroke(provider, broke, (draft.State.Pins[provider] as PinState.PinBroken)?.RefusedRevision));
        }
        if (code == ErrorCode.PinCooling && pin is not null && !Declined(draft, pin.Profile))
        {
            return Ask(draft, QuestionKind.CoolingPin, pin.Payer, pin.Payer, pin.Profile, code, resolution);
        }
        var last = progress.LastFailed;
        if (code == ErrorCode.PinRefused && turn.NeedsSignIn(pin!.Profile)) code = ErrorCode.SignInNeeded;
        var reply = turn.Display.Failed(draft, last?.Code ?? code, Offers.ForRefusal(turn, draft, resolution)) with
        {
            Rule = resolution.Rule,
            Until = resolution.RefusedUntil,
            Reference = last?.Reference,
            Resting = turn.Display.Resting(resolution),
            Profile = pin is not null ? turn.Display.Profile(pin.Profile) : last is not null ? turn.Display.Profile(last.Profile) : null,
        };
        return new SendDecision.Refuse(reply, Hold: false);
    }

    private SendDecision.Refuse Ask(
        SessionDraft draft, QuestionKind kind, Payer? from, Payer to, ProfileId profile, ErrorCode code, ProfileResolution? rests = null) =>
        new SendRefusals(turn, draft).Ask(kind, from, to, profile, code, rests);

    private SendDecision.Refuse Refuse(SessionDraft draft, ErrorCode code, IReadOnlyList<ReplyAction>? offers = null, AuthProfile? profile = null) =>
        new SendRefusals(turn, draft).Refuse(code, offers, profile);

    private IReadOnlyList<Notice> NoticesOf(
        SessionDraft draft, AuthProfile profile, PayerVerdict verdict, ProfileResolution? fellBackFrom, ProfileResolution resolution)
    {
        var ended = turn.Display.Notices(draft);
        if (fellBackFrom is null && verdict.Change is PayerChange.None) return ended;
        List<Notice> notices = [.. ended];
        if (fellBackFrom is not null)
        {
            notices.Add(new Notice.ModelFellBack(turn.Display.Model(fellBackFrom.Model), turn.Display.Model(resolution.Model), fellBackFrom.Refusal!));
        }
        if (verdict.Change is PayerChange.None) return notices;
        notices.Add(new Notice.PayerChanged(
            new SendRefusals(turn, draft).Paying(verdict.From), turn.Display.Profile(profile), progress.LastFailed?.Code));
        return notices;
    }

    private static bool Declined(SessionDraft draft, ProfileId profile) =>
        draft.State.ConsentsToTry(profile).Any(consent => consent.Scope is ConsentScope.Never);

    /// <summary>Uses up the yeses to one message that charge this profile: the one to its payer, and the person's own to try it while it rests.</summary>
    private static ImmutableArray<Consent> Spend(SessionDraft draft, ProfileId profile, Consent? toPay)
    {
        ImmutableArray<Consent> spent = [.. draft.State.Consents.Where(consent => consent.Scope is ConsentScope.Once
            && (consent == toPay || (consent.By == draft.By && draft.State.ConsentsToTry(profile).Contains(consent))))];
        foreach (var consent in spent) draft.Apply(new SessionEvent.ConsentSpent(consent));
        return spent;
    }

    private static PinBreak? PinBreakOf(ErrorCode code) =>
        code == ErrorCode.PinMissing ? PinBreak.Missing
        : code == ErrorCode.PinExpired || code == ErrorCode.SignInNeeded || code == ErrorCode.StoreRestored || code == ErrorCode.RefreshOutcomeUnknown
            || code == ErrorCode.IssuerRefusesClient ? PinBreak.Expired
        : code == ErrorCode.PinRefused ? PinBreak.Refused
        : code == ErrorCode.PinDisabled ? PinBreak.Disabled
        : code == ErrorCode.AccountChanged || code == ErrorCode.OriginChanged ? PinBreak.AccountChanged
        : null;
}
