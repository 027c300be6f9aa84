using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Sessions;

/// <summary>What the machine made of an event.</summary>
public abstract record SessionOutcome
{
    private protected SessionOutcome() { }

    /// <summary>The event applies.</summary>
    /// <param name="Next">The state after it; the same instance when nothing changed.</param>
    public sealed record Transition(SessionState Next) : SessionOutcome;

    /// <summary>The event does not apply; the state stays.</summary>
    /// <param name="Code">Why.</param>
    public sealed record Refusal(ErrorCode Code) : SessionOutcome;
}

/// <summary>
/// The session-state machine: a pure function from state and event to the next state. A person's pin is moved by people,
/// by its own end, and by nothing else; what the resolver does can break or mend it, and never replaces it.
/// </summary>
public static class SessionMachine
{
    private const int DeepestEnds = 8;
    private const int MostQuestions = 64;

    /// <summary>Applies an event to the state that is effective in the conversation (see <see cref="SessionState.Under"/>).</summary>
    /// <param name="state">The effective state.</param>
    /// <param name="happened">The event.</param>
    /// <param name="now">The present.</param>
    public static SessionOutcome Apply(SessionState state, SessionEvent happened, DateTimeOffset now)
    {
        if (happened.IfChoice is { } expected && expected != state.ChoiceId) return Refuse(ErrorCode.ChoiceMoved);
        if (happened is SessionEvent.OfPeople { Typed: { } typed } && IsOlder(typed, state.LastTyped)) return Refuse(ErrorCode.Superseded);
        return happened switch
        {
            SessionEvent.ModelSelected e => Select(state, e.Model, e.Until) is { } model
                ? Own(state, e, model with { IsUnlisted = e.IsUnlisted }, state.Pins) : Refuse(ErrorCode.TooManyEnds),
            SessionEvent.ProfilePinned e => Pin(state, e),
            SessionEvent.PinRemoved e => state.Pins[e.Provider].OfPerson is null
                ? Refuse(ErrorCode.NothingPinned) : Own(state, e, state.Model, state.Pins.With(e.Provider, PinState.Unpinned.Instance)),
            SessionEvent.SessionReset e => Own(state, e, ModelChoice.Default, PinTable.Empty),
            SessionEvent.LinkRestored e => state.Follows ? Refuse(ErrorCode.FollowsAlready) : Changed(state, e, new Choice(ModelChoice.Default, PinTable.Empty, true)),
            SessionEvent.ChoiceRestored e => Changed(state, e, Ended(e.Choice, now)),
            SessionEvent.EndReached e => Changed(state, e, Ended(state.Choice, now)),
            SessionEvent.SessionRestarted e => e.ChoiceEnds && !state.Follows
                ? Changed(state with { Pins = state.Choice.Pins }, e, new Choice(ModelChoice.Default, PinTable.Empty, true)) : WithoutAutoPins(state),
            SessionEvent.SessionCompacted => WithoutAutoPins(state),
            SessionEvent.ProfileChosen e => state.Pins[e.Provider].OfPerson is null
                ? Move(state, e.Provider, new PinState.AutoPinned(e.Profile, e.Payer)) : Refuse(ErrorCode.PinnedByPerson),
            SessionEvent.ProfileFailed e => state.Pins[e.Provider] is PinState.AutoPinned auto && auto.Profile == e.Profile
                ? Move(state, e.Provider, PinState.Unpinned.Instance) : Stay(state),
            SessionEvent.ProfileBroke e => Break(state, e, now),
            SessionEvent.ProfileMended e => state.Pins[e.Provider] is PinState.PinBroken broken && broken.Pin.Payer == e.Payer
                ? Move(state, e.Provider, broken.Pin) : Stay(state),
            SessionEvent.QuestionAsked e => new SessionOutcome.Transition(state with
            {
                Questions = [.. state.Questions.Where(entry => entry.Person != e.Person).TakeLast(MostQuestions - 1), (e.Person, e.Question)],
            }),
            SessionEvent.QuestionAnswered e => Answer(state, e),
            SessionEvent.ConsentSpent e => state.Consents.Contains(e.Consent)
                ? new SessionOutcome.Transition(state with { Consents = state.Consents.Remove(e.Consent) }) : Refuse(ErrorCode.NothingAsked),
            _ => throw new ArgumentOutOfRangeException(nameof(happened)),
        };
    }

    private static SessionOutcome Pin(SessionState state, SessionEvent.ProfilePinned e)
    {
        var before = state.Pins[e.Provider] is PinState.AutoPinned ? PinState.Unpinned.Instance : state.Pins[e.Provider];
        if (e.Until is { } until) before = EndedBy(before, until);
        var model = e.Model is null ? state.Model : Select(state, e.Model, e.Until);
        if (model is null || (e.Until is not null && Depth(before) > DeepestEnds)) return Refuse(ErrorCode.TooManyEnds);
        var pin = new PinState.UserPinned(e.Profile, e.Payer, e.By, e.Until, e.Until is null ? null : before);
        return Own(state, e, e.Model is null ? model : model with { IsUnlisted = e.IsUnlisted }, state.Pins.With(e.Provider, pin));
    }

    private static ModelChoice? Select(SessionState state, ModelRef? model, DateTimeOffset? until)
    {
        if (until is null) return new ModelChoice(model);
        var before = EndedBy(state.Model, until.Value);
        return Depth(before) > DeepestEnds ? null : new ModelChoice(model, until, before);
    }

    private static SessionOutcome Break(SessionState state, SessionEvent.ProfileBroke e, DateTimeOffset now) => state.Pins[e.Provider] switch
    {
        PinState.UserPinned pin => Move(state, e.Provider, new PinState.PinBroken(pin, e.Reason, now) { RefusedRevision = e.RefusedRevision }),
        PinState.PinBroken broken when broken.Reason != e.Reason || broken.RefusedRevision != e.RefusedRevision =>
            Move(state, e.Provider, broken with { Reason = e.Reason, Since = now, RefusedRevision = e.RefusedRevision }),
        PinState.AutoPinned => Move(state, e.Provider, PinState.Unpinned.Instance),
        _ => Stay(state),
    };

    private static SessionOutcome Answer(SessionState state, SessionEvent.QuestionAnswered e)
    {
        if (state.QuestionTo(e.Person) is not { } question) return Refuse(ErrorCode.NothingAsked);
        if (question.Choice != state.ChoiceId) return Refuse(ErrorCode.ChoiceMoved);
        var closed = state with { Questions = [.. state.Questions.Where(entry => entry.Person != e.Person)] };
        // A yes to an open attempt is the next message itself: nothing is left to hold.
        return new SessionOutcome.Transition(e.Scope is { } scope && question.Kind is not QuestionKind.OpenAttempt
            ? closed with { Consents = [.. closed.Consents.Where(consent => !IsSame(consent, question, e.Person)), new Consent(question, scope, e.Person)] }
            : closed);
    }

    private static bool IsSame(Consent consent, OpenQuestion question, Person person) =>
        (consent.Question.Kind, consent.Question.From, consent.Question.To, consent.By) == (question.Kind, question.From, question.To, person);

    /// <summary>People chose something of this conversation's own. A choice that stays the same keeps its id.</summary>
    private static SessionOutcome Own(SessionState state, SessionEvent.OfPeople e, ModelChoice model, PinTable pins) =>
        Changed(state, e, new Choice(model, pins, false));

    private static SessionOutcome Changed(SessionState state, SessionEvent.OfPeople e, Choice people)
    {
        var choice = people with { Pins = WithAutomatic(people.Pins, state.Pins) };
        var isSame = choice.Follows == state.Follows && choice.Model == state.Model && choice.Pins.IsSameOfPeople(state.Pins);
        var lastTyped = e.Typed ?? state.LastTyped;
        if (isSame) return lastTyped == state.LastTyped ? Stay(state) : new SessionOutcome.Transition(state with { LastTyped = lastTyped });
        return new SessionOutcome.Transition(state with
        {
            ChoiceId = e.Draw, Model = choice.Model, Pins = choice.Pins, Follows = choice.Follows, Acknowledged = null, Consents = [],
            LastTyped = lastTyped,
        });
    }

    /// <summary>What people did not touch stays: the resolver's pins of providers for which no person pins.</summary>
    private static PinTable WithAutomatic(PinTable pins, PinTable before)
    {
        foreach (var (provider, pin) in before)
        {
            if (pin is PinState.AutoPinned && pins[provider] is PinState.Unpinned) pins = pins.With(provider, pin);
        }
        return pins;
    }

    private static SessionOutcome.Transition WithoutAutoPins(SessionState state) =>
        new(state with { Pins = state.Choice.Pins });

    private static SessionOutcome Move(SessionState state, ProviderId provider, PinState pin) =>
        state.Pins[provider] == pin ? Stay(state) : new SessionOutcome.Transition(state with { Pins = state.Pins.With(provider, pin) });

    private static SessionOutcome.Transition Stay(SessionState state) => new(state);

    private static bool IsOlder(MessageNumber typed, MessageNumber? last) => last?.Chat == typed.Chat && typed.Number < last.Value.Number;

    private static SessionOutcome.Refusal Refuse(ErrorCode code) => new(code);

    private static Choice Ended(Choice choice, DateTimeOffset now) =>
        choice with { Model = EndedBy(choice.Model, now), Pins = choice.Pins.Each(pin => EndedBy(pin, now)) };

    private static ModelChoice EndedBy(ModelChoice model, DateTimeOffset time)
    {
        while (model.Until <= time) model = model.Then ?? ModelChoice.Default;
        return model;
    }

    private static PinState EndedBy(PinState pin, DateTimeOffset time)
    {
        while (pin.OfPerson is { } timed && timed.Until <= time) pin = timed.Then ?? PinState.Unpinned.Instance;
        return pin;
    }

    private static int Depth(ModelChoice model) => model.Then is null ? 0 : 1 + Depth(model.Then);

    private static int Depth(PinState pin) => pin.OfPerson?.Then is { } then ? 1 + Depth(then) : 0;
}
