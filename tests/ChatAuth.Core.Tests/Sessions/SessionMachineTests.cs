using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Tests.Sessions;

public sealed class SessionMachineTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ProviderId A = ProviderId.Parse("a");
    private static readonly ModelRef M = ModelRef.Parse("a/m");
    private static readonly ModelRef N = ModelRef.Parse("a/n");
    private static readonly ProfileId P = ProfileId.Parse("a:p");
    private static readonly ProfileId Q = ProfileId.Parse("a:q");
    private static readonly Payer PayerP = new("a|-|p");
    private static readonly Payer PayerQ = new("a|-|q");
    private static readonly Person Alice = new("test", 1);

    public static IEnumerable<TestCaseData> EveryStateWithEveryEvent() =>
        from state in SessionMachinePrinter.States
        from happened in SessionMachinePrinter.Events
        select new TestCaseData(state.State, happened.Event).SetArgDisplayNames(state.Name, happened.Name);

    [TestCaseSource(nameof(EveryStateWithEveryEvent))]
    public void No_event_but_a_persons_or_an_end_moves_a_persons_pin_to_another_profile(PinState pin, SessionEvent happened)
    {
        var state = SessionState.Initial with { Follows = false, Pins = PinTable.Empty.With(ProviderId.Parse("anthropic"), pin) };

        var next = SessionMachine.Apply(state, happened, Now) is SessionOutcome.Transition transition ? transition.Next : state;

        if (happened is SessionEvent.OfPeople) Assert.Pass();
        Assert.That(next.Pins[ProviderId.Parse("anthropic")].OfPerson, Is.EqualTo(pin.OfPerson));
        Assert.That(next.ChoiceId, Is.EqualTo(state.ChoiceId));
    }

    [Test]
    public void Every_event_of_the_family_is_printed()
    {
        var family = typeof(SessionEvent).GetNestedTypes().Where(type => !type.IsAbstract).Select(type => type.Name);

        Assert.That(SessionMachinePrinter.Events.Select(happened => happened.Event.GetType().Name).Distinct(), Is.EquivalentTo(family));
    }

    [Test]
    public void Every_state_of_the_family_is_printed()
    {
        var family = typeof(PinState).GetNestedTypes().Select(type => type.Name);

        Assert.That(SessionMachinePrinter.States.Select(state => state.State.GetType().Name).Distinct(), Is.EquivalentTo(family));
    }

    [Test]
    public void Persons_choice_draws_a_fresh_id_and_voids_consents()
    {
        var state = SessionState.Initial with { Consents = [new Consent(Question(default), ConsentScope.Session, Alice)], Acknowledged = PayerQ };

        var next = Apply(state, new SessionEvent.ModelSelected(M, null, new ChoiceId(7)));

        Assert.That(next.ChoiceId, Is.EqualTo(new ChoiceId(7)));
        Assert.That(next.Consents, Is.Empty);
        Assert.That(next.Acknowledged, Is.Null);
    }

    [Test]
    public void Choice_that_stays_the_same_keeps_its_id()
    {
        var state = Apply(SessionState.Initial, new SessionEvent.ModelSelected(M, null, new ChoiceId(7)));

        var next = Apply(state, new SessionEvent.ModelSelected(M, null, new ChoiceId(8)));

        Assert.That(next.ChoiceId, Is.EqualTo(new ChoiceId(7)));
    }

    [Test]
    public void Conditional_event_is_refused_when_the_choice_has_moved()
    {
        var outcome = SessionMachine.Apply(SessionState.Initial, new SessionEvent.SessionReset(new ChoiceId(2)) { IfChoice = new ChoiceId(1) }, Now);

        Assert.That(outcome, Is.EqualTo(new SessionOutcome.Refusal(ErrorCode.ChoiceMoved)));
    }

    [Test]
    public void Timed_choice_within_a_longer_one_returns_to_it_and_then_to_the_base()
    {
        var state = Apply(SessionState.Initial, new SessionEvent.ModelSelected(M, Now.AddHours(3), new ChoiceId(1)));
        state = Apply(state, new SessionEvent.ModelSelected(N, Now.AddHours(1), new ChoiceId(2)));

        var first = Apply(state, new SessionEvent.EndReached(new ChoiceId(3)), Now.AddHours(1));
        var second = Apply(first, new SessionEvent.EndReached(new ChoiceId(4)), Now.AddHours(3));

        Assert.That(first.Model.Selected, Is.EqualTo(M));
        Assert.That(second.Model.Selected, Is.Null);
    }

    [Test]
    public void Timed_choice_that_outlasts_an_inner_one_goes_straight_to_the_base()
    {
        var state = Apply(SessionState.Initial, new SessionEvent.ModelSelected(M, Now.AddHours(1), new ChoiceId(1)));

        state = Apply(state, new SessionEvent.ModelSelected(N, Now.AddHours(2), new ChoiceId(2)));

        Assert.That(state.Model.Then!.Selected, Is.Null);
    }

    [Test]
    public void Nested_ends_are_bounded()
    {
        var state = SessionState.Initial;
        SessionOutcome outcome = new SessionOutcome.Transition(state);
        for (var minutes = 60; minutes > 30 && outcome is SessionOutcome.Transition transition; minutes--)
        {
            outcome = SessionMachine.Apply(transition.Next, new SessionEvent.ModelSelected(minutes % 2 == 0 ? M : N, Now.AddMinutes(minutes), new ChoiceId((ulong)minutes)), Now);
        }

        Assert.That(outcome, Is.EqualTo(new SessionOutcome.Refusal(ErrorCode.TooManyEnds)));
    }

    [Test]
    public void Pin_without_an_end_replaces_any_number_of_nested_ends()
    {
        var state = Enumerable.Range(0, 9).Aggregate(SessionState.Initial, (state, i) => Apply(state, PinnedUntil(Now.AddHours(20 - i))));

        var next = Apply(state, PinnedUntil(null));

        Assert.That(next.Pins[A], Is.EqualTo(new PinState.UserPinned(P, PayerP, Alice)));
    }

    [Test]
    public void Broken_pin_mends_only_by_the_same_payer()
    {
        var broken = Pinned() with { Pins = PinTable.Empty.With(A, new PinState.PinBroken(new PinState.UserPinned(P, PayerP, Alice), PinBreak.Missing, Now)) };

        var other = Apply(broken, new SessionEvent.ProfileMended(A, PayerQ));
        var same = Apply(broken, new SessionEvent.ProfileMended(A, PayerP));

        Assert.That(other.Pins[A], Is.InstanceOf<PinState.PinBroken>());
        Assert.That(same.Pins[A], Is.InstanceOf<PinState.UserPinned>());
    }

    [Test]
    public void Resolver_may_not_choose_against_a_persons_pin()
    {
        var outcome = SessionMachine.Apply(Pinned(), new SessionEvent.ProfileChosen(A, Q, PayerQ), Now);

        Assert.That(outcome, Is.EqualTo(new SessionOutcome.Refusal(ErrorCode.PinnedByPerson)));
    }

    [Test]
    public void Compaction_and_restart_keep_a_persons_pin_and_drop_the_resolvers()
    {
        var b = ProviderId.Parse("b");
        var state = Pinned() with { Pins = Pinned().Pins.With(b, new PinState.AutoPinned(ProfileId.Parse("b:r"), PayerQ)) };

        foreach (var happened in new SessionEvent[] { new SessionEvent.SessionCompacted(), new SessionEvent.SessionRestarted(false, new ChoiceId(3)) })
        {
            var next = Apply(state, happened);

            Assert.That(next.Pins[A], Is.EqualTo(state.Pins[A]));
            Assert.That(next.Pins[b], Is.InstanceOf<PinState.Unpinned>());
        }
    }

    [Test]
    public void Setting_lets_choices_end_with_the_session()
    {
        var next = Apply(Pinned(), new SessionEvent.SessionRestarted(true, new ChoiceId(3)));

        Assert.That(next.Choice, Is.EqualTo(SessionState.Initial.Choice));
        Assert.That(next.ChoiceId, Is.EqualTo(new ChoiceId(3)));
    }

    [Test]
    public void Answer_is_refused_when_the_question_was_asked_under_another_choice()
    {
        var state = SessionState.Initial with { Questions = [(Alice, Question(new ChoiceId(9)))] };

        var outcome = SessionMachine.Apply(state, new SessionEvent.QuestionAnswered(Alice, ConsentScope.Once), Now);

        Assert.That(outcome, Is.EqualTo(new SessionOutcome.Refusal(ErrorCode.ChoiceMoved)));
    }

    [Test]
    public void Consent_for_one_message_is_spent_once()
    {
        var consent = new Consent(Question(default), ConsentScope.Once, Alice);
        var spent = Apply(SessionState.Initial with { Consents = [consent] }, new SessionEvent.ConsentSpent(consent));

        var again = SessionMachine.Apply(spent, new SessionEvent.ConsentSpent(consent), Now);

        Assert.That(again, Is.EqualTo(new SessionOutcome.Refusal(ErrorCode.NothingAsked)));
    }

    private static SessionState Pinned() => Apply(SessionState.Initial, PinnedUntil(null));

    private static SessionEvent.ProfilePinned PinnedUntil(DateTimeOffset? until) => new(null, A, P, PayerP, Alice, until, new ChoiceId(1));

    private static OpenQuestion Question(ChoiceId choice) => new(QuestionKind.PayerChange, PayerP, PayerQ, Q, choice, "cause", Now);

    private static SessionState Apply(SessionState state, SessionEvent happened, DateTimeOffset? now = null) =>
        ((SessionOutcome.Transition)SessionMachine.Apply(state, happened, now ?? Now)).Next;
}
