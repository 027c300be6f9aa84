using System.Collections.Immutable;
using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using Stateless;

namespace ChatAuth.Stateless.Tests.Machine;

/// <summary>
/// A conversation as a bot would build it on Stateless: one machine for the conversation and one for each provider's pin, which is made when something first
/// happens to it.
/// </summary>
internal sealed partial class StatelessConversation
{
    private readonly StateMachine<ConversationKind, ConversationTrigger> _machine;
    private readonly Dictionary<ProviderId, StatelessPin> _pins = [];
    private readonly PinTable _stored;
    private ChoiceId _choice;
    private ModelChoice _model;
    private Payer? _acknowledged;
    private MessageNumber? _lastTyped;
    private ImmutableArray<Consent> _consents;
    private ImmutableArray<(Person Person, OpenQuestion Question)> _questions;
    private bool _isMoved;
    private string? _refusal;

    /// <param name="stored">What the store holds.</param>
    public StatelessConversation(SessionState stored)
    {
        (_choice, _model, _stored) = (stored.ChoiceId, stored.Model, stored.Pins);
        (_acknowledged, _lastTyped, _consents, _questions) = (stored.Acknowledged, stored.LastTyped, stored.Consents, stored.Questions);
        _machine = new StateMachine<ConversationKind, ConversationTrigger>(stored.Follows ? ConversationKind.Following : ConversationKind.Chosen);
        _machine.OnUnhandledTrigger((_, trigger, unmet) => _refusal = unmet?.FirstOrDefault() ?? RefusalOf(trigger).Id);
        _machine.OnTransitioned(transition => _isMoved |= transition.Source != transition.Destination);
        _selected = _machine.SetTriggerParameters<SessionEvent.ModelSelected>(ConversationTrigger.ModelSelected);
        _pinned = _machine.SetTriggerParameters<SessionEvent.ProfilePinned>(ConversationTrigger.ProfilePinned);
        _removed = _machine.SetTriggerParameters<SessionEvent.PinRemoved>(ConversationTrigger.PinRemoved);
        _restored = _machine.SetTriggerParameters<Choice, DateTimeOffset>(ConversationTrigger.ChoiceRestored);
        _endReached = _machine.SetTriggerParameters<DateTimeOffset>(ConversationTrigger.EndReached);
        _restarted = _machine.SetTriggerParameters<SessionEvent.SessionRestarted>(ConversationTrigger.SessionRestarted);
        _asked = _machine.SetTriggerParameters<SessionEvent.QuestionAsked>(ConversationTrigger.QuestionAsked);
        _answered = _machine.SetTriggerParameters<SessionEvent.QuestionAnswered>(ConversationTrigger.QuestionAnswered);
        _spent = _machine.SetTriggerParameters<SessionEvent.ConsentSpent>(ConversationTrigger.ConsentSpent);
        ConfigureFollowing();
        ConfigureChosen();
    }

    /// <summary>What the store would save.</summary>
    public SessionState State => new()
    {
        ChoiceId = _choice,
        Model = _model,
        Pins = _pins.Aggregate(_stored, (pins, pin) => pins.With(pin.Key, pin.Value.Stands)),
        Follows = _machine.State is ConversationKind.Following,
        Acknowledged = _acknowledged,
        LastTyped = _lastTyped,
        Consents = _consents,
        Questions = _questions,
    };

    private IEnumerable<StatelessPin> Pins => _stored.Select(entry => entry.Key).Union(_pins.Keys).ToList().Select(Pin);

    /// <summary>The state of the machine of a provider's pin.</summary>
    public PinKind KindOf(ProviderId provider) => Pin(provider).Kind;

    /// <summary>Lets it happen.</summary>
    /// <returns>The code of the refusal; null when the event applied.</returns>
    public string? Fire(SessionEvent happened, DateTimeOffset now)
    {
        // What holds for every event of every state is no transition: as guards both would stand at each of them.
        if (happened.IfChoice is { } expected && expected != _choice) return ErrorCode.ChoiceMoved.Id;
        if (happened is not SessionEvent.OfPeople people) return FireAutomatic(happened, now);
        if (people.Typed is { } typed && _lastTyped is { } last && typed.Chat == last.Chat && typed.Number < last.Number) return ErrorCode.Superseded.Id;
        return FireOfPeople(people, now);
    }

    private string? FireAutomatic(SessionEvent happened, DateTimeOffset now)
    {
        _refusal = null;
        switch (happened)
        {
            case SessionEvent.ProfileChosen e: return Pin(e.Provider).Choose(e);
            case SessionEvent.ProfileFailed e: return Pin(e.Provider).Fail(e.Profile);
            case SessionEvent.ProfileBroke e: return Pin(e.Provider).Break(e, now);
            case SessionEvent.ProfileMended e: return Pin(e.Provider).Mend(e.Payer);
            case SessionEvent.SessionCompacted: LeaveContext(); break;
            case SessionEvent.QuestionAsked e: _machine.Fire(_asked, e); break;
            case SessionEvent.QuestionAnswered e: _machine.Fire(_answered, e); break;
            case SessionEvent.ConsentSpent e: _machine.Fire(_spent, e); break;
            default: throw new ArgumentOutOfRangeException(nameof(happened));
        }
        return _refusal;
    }

    private string? FireOfPeople(SessionEvent.OfPeople happened, DateTimeOffset now)
    {
        (_refusal, _isMoved) = (null, false);
        switch (happened)
        {
            case SessionEvent.ModelSelected e: _machine.Fire(_selected, e); break;
            case SessionEvent.ProfilePinned e: _machine.Fire(_pinned, e); break;
            case SessionEvent.PinRemoved e: _machine.Fire(_removed, e); break;
            case SessionEvent.SessionReset: _machine.Fire(ConversationTrigger.SessionReset); break;
            case SessionEvent.LinkRestored: _machine.Fire(ConversationTrigger.LinkRestored); break;
            case SessionEvent.ChoiceRestored e: _machine.Fire(_restored, e.Choice, now); break;
            case SessionEvent.EndReached: _machine.Fire(_endReached, now); break;
            case SessionEvent.SessionRestarted e: _machine.Fire(_restarted, e); break;
            default: throw new ArgumentOutOfRangeException(nameof(happened));
        }
        if (_refusal is not null) return _refusal;
        _lastTyped = happened.Typed ?? _lastTyped;
        // What was offered, answered or named under the choice before is void.
        if (_isMoved) (_choice, _acknowledged, _consents) = (happened.Draw, null, []);
        return null;
    }

    private StatelessPin Pin(ProviderId provider) =>
        _pins.TryGetValue(provider, out var pin) ? pin : _pins[provider] = new StatelessPin(_stored[provider], () => _isMoved = true);
}
