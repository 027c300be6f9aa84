using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;
using Stateless;

namespace ChatAuth.Stateless.Tests.Machine;

/// <content>What each state of the conversation permits, and what is done then.</content>
internal sealed partial class StatelessConversation
{
    private const int MostQuestions = 64;

    private readonly StateMachine<ConversationKind, ConversationTrigger>.TriggerWithParameters<SessionEvent.ModelSelected> _selected;
    private readonly StateMachine<ConversationKind, ConversationTrigger>.TriggerWithParameters<SessionEvent.ProfilePinned> _pinned;
    private readonly StateMachine<ConversationKind, ConversationTrigger>.TriggerWithParameters<SessionEvent.PinRemoved> _removed;
    private readonly StateMachine<ConversationKind, ConversationTrigger>.TriggerWithParameters<Choice, DateTimeOffset> _restored;
    private readonly StateMachine<ConversationKind, ConversationTrigger>.TriggerWithParameters<DateTimeOffset> _endReached;
    private readonly StateMachine<ConversationKind, ConversationTrigger>.TriggerWithParameters<SessionEvent.SessionRestarted> _restarted;
    private readonly StateMachine<ConversationKind, ConversationTrigger>.TriggerWithParameters<SessionEvent.QuestionAsked> _asked;
    private readonly StateMachine<ConversationKind, ConversationTrigger>.TriggerWithParameters<SessionEvent.QuestionAnswered> _answered;
    private readonly StateMachine<ConversationKind, ConversationTrigger>.TriggerWithParameters<SessionEvent.ConsentSpent> _spent;

    private void ConfigureFollowing() => ConfigureBoth(ConversationKind.Following)
        .OnEntryFrom(ConversationTrigger.LinkRestored, BackToDefault)
        .OnEntryFrom(_restarted, _ =>
        {
            BackToDefault();
            LeaveContext();
        })
        .PermitIf(_selected, ConversationKind.Chosen, Fits, ErrorCode.TooManyEnds.Id)
        .PermitIf(_pinned, ConversationKind.Chosen, Fits, ErrorCode.TooManyEnds.Id)
        .PermitIf(_removed, ConversationKind.Chosen, IsPinned, ErrorCode.NothingPinned.Id)
        .Permit(ConversationTrigger.SessionReset, ConversationKind.Chosen)
        .InternalTransition(_restarted, (_, _) => LeaveContext());

    private void ConfigureChosen() => ConfigureBoth(ConversationKind.Chosen)
        .OnEntryFrom(_selected, e => Model = Selected(e.Model, e.IsUnlisted, e.Until))
        .OnEntryFrom(_pinned, e =>
        {
            if (e.Model is { } model) Model = Selected(model, e.IsUnlisted, e.Until);
            Pin(e.Provider).Pin(e);
        })
        .OnEntryFrom(_removed, e => Pin(e.Provider).Drop())
        .OnEntryFrom(ConversationTrigger.SessionReset, BackToDefault)
        .PermitReentryIf(_selected, Fits, ErrorCode.TooManyEnds.Id)
        .PermitReentryIf(_pinned, Fits, ErrorCode.TooManyEnds.Id)
        .PermitReentryIf(_removed, IsPinned, ErrorCode.NothingPinned.Id)
        .PermitReentry(ConversationTrigger.SessionReset)
        .Permit(ConversationTrigger.LinkRestored, ConversationKind.Following)
        .PermitIf(_restarted, ConversationKind.Following, e => e.ChoiceEnds)
        .InternalTransitionIf(_restarted, e => !e.ChoiceEnds, (_, _) => LeaveContext());

    private StateMachine<ConversationKind, ConversationTrigger>.StateConfiguration ConfigureBoth(ConversationKind kind) => _machine.Configure(kind)
        .OnEntryFrom(_restored, Restore)
        .OnEntryFrom(_answered, Answer)
        .PermitDynamic(_restored, (choice, _) => choice.Follows ? ConversationKind.Following : ConversationKind.Chosen)
        .PermitReentryIf(_answered,
            new Tuple<Func<SessionEvent.QuestionAnswered, bool>, string>(e => QuestionTo(e) is not null, ErrorCode.NothingAsked.Id),
            new Tuple<Func<SessionEvent.QuestionAnswered, bool>, string>(e => QuestionTo(e)?.Choice == _choice, ErrorCode.ChoiceMoved.Id))
        .InternalTransition(_endReached, (now, _) => End(now))
        .InternalTransition(_asked, (e, _) => _questions = [.. _questions.Where(entry => entry.Person != e.Person).TakeLast(MostQuestions - 1), (e.Person, e.Question)])
        .InternalTransitionIf(_spent, e => _consents.Contains(e.Consent), (e, _) => _consents = _consents.Remove(e.Consent), ErrorCode.NothingAsked.Id);

    private ModelChoice Model
    {
        set
        {
            _isMoved |= value != _model;
            _model = value;
        }
    }

    private bool Fits(SessionEvent.ModelSelected e) => FitsModel(e.Until);

    private bool Fits(SessionEvent.ProfilePinned e) => (e.Model is null || FitsModel(e.Until)) && Pin(e.Provider).CanPin(e);

    private bool FitsModel(DateTimeOffset? until) => until is not { } end || Ends.Count(Ends.At(_model, end)) <= Ends.Deepest;

    private bool IsPinned(SessionEvent.PinRemoved e) => Pin(e.Provider).IsOfPerson;

    private OpenQuestion? QuestionTo(SessionEvent.QuestionAnswered e) => _questions.FirstOrDefault(entry => entry.Person == e.Person).Question;

    private ModelChoice Selected(ModelRef? model, bool isUnlisted, DateTimeOffset? until) =>
        new(model, until, until is { } end ? Ends.At(_model, end) : null) { IsUnlisted = isUnlisted };

    private void BackToDefault()
    {
        Model = ModelChoice.Default;
        foreach (var pin in Pins) pin.Drop();
    }

    private void LeaveContext()
    {
        foreach (var pin in Pins) pin.LeaveContext();
    }

    /// <summary>What has ended since does not come back.</summary>
    private void Restore(Choice choice, DateTimeOffset now)
    {
        Model = Ends.At(choice.Model, now);
        foreach (var (provider, _) in choice.Pins) _ = Pin(provider);
        foreach (var provider in _pins.Keys.Union(_stored.Select(entry => entry.Key)).ToList()) Pin(provider).Restore(Ends.At(choice.Pins[provider], now));
    }

    private void End(DateTimeOffset now)
    {
        Model = Ends.At(_model, now);
        foreach (var pin in Pins) pin.End(now);
    }

    private void Answer(SessionEvent.QuestionAnswered e)
    {
        var question = QuestionTo(e)!;
        _questions = _questions.RemoveAll(entry => entry.Person == e.Person);
        // The yes to an open attempt is the message that follows.
        if (e.Scope is not { } scope || question.Kind is QuestionKind.OpenAttempt) return;
        _consents = _consents.RemoveAll(held => held.By == e.Person
            && (held.Question.Kind, held.Question.From, held.Question.To) == (question.Kind, question.From, question.To)).Add(new Consent(question, scope, e.Person));
    }

    private static ErrorCode RefusalOf(ConversationTrigger trigger) => trigger is ConversationTrigger.LinkRestored
        ? ErrorCode.FollowsAlready : throw new InvalidOperationException($"{trigger} has to be configured in every state.");
}
