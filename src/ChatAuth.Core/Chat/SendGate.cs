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
/// <param name="failed">The attempts of this call that were refused before, newest last.</param>
/// <param name="refreshes">The logins that this call refreshed before; null where nothing is sent.</param>
/// <param name="trials">The credentials that this call may try; null where nothing is sent.</param>
internal sealed class SendGate(Turn turn, AskChoice? choice, IReadOnlyList<FailedSend> failed, CallRefreshes? refreshes = null, CallTrials? trials = null)
{
    public SendDecision Decide(SessionDraft draft)
    {
        if (!turn.RightsOf(draft).HasFlag(Needed)) return Refuse(draft, ErrorCode.RightMissing);
        if (Redelivered(draft) is { } refused) return refused;
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

    /// <summary>A model asked once is decided on the conversation's state, without the consent that its last reply gave.</summary>
    private SessionState StateFor(SessionDraft draft)
    {
        if (choice is null) return draft.State;
        var state = draft.State with { Acknowledged = null };
        if (choice.Profile is not { } id) return state;
        // One that is gone by now is pinned all the same: what was named is used, or nothing is.
        var payer = turn.Roster.Find(id)?.Payer;
        return state with
        {
            Acknowledged = payer,
            Pins = state.Pins.With(choice.Model.Provider, new PinState.UserPinned(id, payer ?? default, draft.By ?? Person.Operator)),
        };
    }

    /// <summary>What became of this message when it was delivered before; null when nothing of it was, or may have been, charged.</summary>
    public SendDecision.Refuse? Redelivered(SessionDraft draft)
    {
        foreach (var attempt in draft.Snapshot.Attempts)
        {
            if (failed.Any(own => own.Number == attempt.Number)) continue;
            if (attempt.Outcome is AttemptOutcome.Answered) return Refuse(draft, ErrorCode.AlreadyAnswered);
            if (attempt.Outcome is AttemptOutcome.Open or AttemptOutcome.Unknown)
            {
                return Ask(draft, QuestionKind.OpenAttempt, attempt.Payer, attempt.Payer, attempt.Profile, ErrorCode.AttemptOpen);
            }
        }
        return null;
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
                return Ask(draft, QuestionKind.PayerChange, verdict.From, profile.Payer, profile.Id, ErrorCode.PayerChange);
            case PayerChange.Denied:
                return Refuse(draft, ErrorCode.ConsentDenied, Offers.ForRefusal(turn, draft, resolution), profile);
        }
        if (failed.Count > 0 && failed[^1].Profile == profile.Id) return Unserved(draft, resolution);
        if (refreshes?.IsDue(profile, draft.Now) == true) return new SendDecision.RefreshFirst(profile, profile.Credential.Expires <= draft.Now);
        if (!resolution.IsUnderPin && turn.NeedsTrial(profile, draft.Now) && trials?.Holds(turn.Context.Agent, profile) == false) return new SendDecision.TrialFirst(profile);

        Spend(draft, verdict.Consent);
        foreach (var consent in draft.State.ConsentsToTry(profile.Id).Where(consent => consent.By == draft.By).ToList()) Spend(draft, consent);
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
        return new SendDecision.Send(attempt, profile, underPin, NoticesOf(draft, profile, verdict, fellBackFrom, resolution), turn.Display.Session(draft));
    }

    private SendDecision.Refuse Unserved(SessionDraft draft, ProfileResolution resolution)
    {
        var provider = resolution.Model.Provider;
        var pin = draft.State.Pins[provider].OfPerson;
        var code = resolution.Refusal ?? ErrorCode.NobodyEligible;
        // A refresh that failed now may succeed with the next message: that breaks no pin.
        if (choice is null && !failed.Any(one => one.IsUnsent) && PinBreakOf(code) is { } broke)
        {
            draft.Apply(new SessionEvent.ProfileBroke(provider, broke, (draft.State.Pins[provider] as PinState.PinBroken)?.RefusedRevision));
        }
        if (code == ErrorCode.PinCooling && pin is not null && !Declined(draft, pin.Profile))
        {
            return Ask(draft, QuestionKind.CoolingPin, pin.Payer, pin.Payer, pin.Profile, code, resolution);
        }
        var last = failed.Count > 0 ? failed[^1].Code : code;
        var reply = turn.Display.Failed(draft, last, Offers.ForRefusal(turn, draft, resolution)) with
        {
            Rule = resolution.Rule,
            Until = resolution.RefusedUntil,
            Reference = failed.Count > 0 ? failed[^1].Reference : null,
            Resting = turn.Display.Resting(resolution),
            Profile = pin is not null ? turn.Display.Profile(pin.Profile) : failed.Count > 0 ? turn.Display.Profile(failed[^1].Profile) : null,
        };
        return new SendDecision.Refuse(reply, Hold: false);
    }

    private SendDecision.Refuse Ask(
        SessionDraft draft, QuestionKind kind, Payer? from, Payer to, ProfileId profile, ErrorCode code, ProfileResolution? rests = null)
    {
        var person = draft.By ?? Person.Operator;
        draft.Apply(new SessionEvent.QuestionAsked(
            person, new OpenQuestion(kind, from, to, profile, draft.State.ChoiceId, turn.Context.Cause.Text, draft.Now)));
        var reply = turn.Display.Failed(draft, code, Offers.ForQuestion(kind)) with
        {
            Profile = turn.Display.Profile(profile),
            From = kind is QuestionKind.PayerChange ? Paying(from) : null,
            Until = rests?.RefusedUntil,
            Resting = rests is null ? [] : turn.Display.Resting(rests),
        };
        return new SendDecision.Refuse(reply, Hold: true);
    }

    private SendDecision.Refuse Refuse(SessionDraft draft, ErrorCode code, IReadOnlyList<ReplyAction>? offers = null, AuthProfile? profile = null) =>
        new(turn.Display.Failed(draft, code, offers) with { Profile = profile is null ? null : turn.Display.Profile(profile) }, Hold: false);

    private List<Notice> NoticesOf(
        SessionDraft draft, AuthProfile profile, PayerVerdict verdict, ProfileResolution? fellBackFrom, ProfileResolution resolution)
    {
        List<Notice> notices = [.. turn.Display.Notices(draft)];
        if (fellBackFrom is not null)
        {
            notices.Add(new Notice.ModelFellBack(turn.Display.Model(fellBackFrom.Model), turn.Display.Model(resolution.Model), fellBackFrom.Refusal!));
        }
        if (verdict.Change is PayerChange.None) return notices;
        notices.Add(new Notice.PayerChanged(
            Paying(verdict.From), turn.Display.Profile(profile), failed.Count > 0 ? failed[^1].Code : null));
        return notices;
    }

    private static bool Declined(SessionDraft draft, ProfileId profile) =>
        draft.State.ConsentsToTry(profile).Any(consent => consent.Scope is ConsentScope.Never);

    /// <summary>The profile that a payer was charged by, as it may be shown; null when none is stored any more.</summary>
    private ShownProfile? Paying(Payer? payer) =>
        turn.Roster.All.FirstOrDefault(entry => entry.Profile.Payer == payer)?.Profile is { } known ? turn.Display.Profile(known) : null;

    private static void Spend(SessionDraft draft, Consent? consent)
    {
        if (consent is { Scope: ConsentScope.Once }) draft.Apply(new SessionEvent.ConsentSpent(consent));
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

/// <summary>An attempt of the same call that the vendor refused, or that was not begun because its login could not be refreshed.</summary>
/// <param name="Number">The attempt's number; 0 where nothing was sent.</param>
/// <param name="Profile">Whose it was.</param>
/// <param name="Code">Why.</param>
/// <param name="Reference">Under which the log tells of it; null where nothing was sent.</param>
internal sealed record FailedSend(int Number, ProfileId Profile, ErrorCode Code, string? Reference = null)
{
    public bool IsUnsent => Number == 0;
}
