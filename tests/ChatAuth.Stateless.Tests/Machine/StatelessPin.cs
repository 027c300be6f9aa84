using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using Stateless;

namespace ChatAuth.Stateless.Tests.Machine;

/// <summary>One provider's pin as a machine of Stateless, configured by itself after <c>docs/session-states.md</c>: nothing of <see cref="SessionMachine"/> is called.</summary>
internal sealed partial class StatelessPin
{
    private readonly StateMachine<PinKind, PinTrigger> _machine;
    private readonly StateMachine<PinKind, PinTrigger>.TriggerWithParameters<SessionEvent.ProfilePinned> _pinned;
    private readonly StateMachine<PinKind, PinTrigger>.TriggerWithParameters<PinState> _restored;
    private readonly StateMachine<PinKind, PinTrigger>.TriggerWithParameters<DateTimeOffset> _endReached;
    private readonly StateMachine<PinKind, PinTrigger>.TriggerWithParameters<SessionEvent.ProfileChosen> _chosen;
    private readonly StateMachine<PinKind, PinTrigger>.TriggerWithParameters<ProfileId> _failed;
    private readonly StateMachine<PinKind, PinTrigger>.TriggerWithParameters<SessionEvent.ProfileBroke, DateTimeOffset> _broke;
    private readonly StateMachine<PinKind, PinTrigger>.TriggerWithParameters<Payer> _mended;
    private readonly Action _peoplesPinMoved;
    private PinState _stands;
    private string? _refusal;

    /// <param name="stored">What the store holds for the provider.</param>
    /// <param name="peoplesPinMoved">Called when what a person pinned is another now, or broken, or whole again.</param>
    public StatelessPin(PinState stored, Action peoplesPinMoved)
    {
        _stands = stored;
        _peoplesPinMoved = peoplesPinMoved;
        _machine = new StateMachine<PinKind, PinTrigger>(KindOf(stored));
        _machine.OnUnhandledTrigger((_, trigger, unmet) => _refusal = unmet?.FirstOrDefault() ?? RefusalOf(trigger).Id);
        _pinned = _machine.SetTriggerParameters<SessionEvent.ProfilePinned>(PinTrigger.Pinned);
        _restored = _machine.SetTriggerParameters<PinState>(PinTrigger.Restored);
        _endReached = _machine.SetTriggerParameters<DateTimeOffset>(PinTrigger.EndReached);
        _chosen = _machine.SetTriggerParameters<SessionEvent.ProfileChosen>(PinTrigger.Chosen);
        _failed = _machine.SetTriggerParameters<ProfileId>(PinTrigger.Failed);
        _broke = _machine.SetTriggerParameters<SessionEvent.ProfileBroke, DateTimeOffset>(PinTrigger.Broke);
        _mended = _machine.SetTriggerParameters<Payer>(PinTrigger.Mended);
        ConfigureUnpinned();
        ConfigureAutoPinned();
        ConfigureUserPinned();
        ConfigurePinBroken();
    }

    /// <summary>The state with its data: what the store would save.</summary>
    public PinState Stands
    {
        get => _stands;
        private set
        {
            var isMoved = IsPeoples(value) ? value != _stands : IsPeoples(_stands);
            _stands = value;
            if (isMoved) _peoplesPinMoved();
        }
    }

    public PinKind Kind => _machine.State;

    public bool IsOfPerson => IsPeoples(Stands);

    private PinState.UserPinned OfPerson => Stands is PinState.PinBroken broken ? broken.Pin : (PinState.UserPinned)Stands;

    public bool CanPin(SessionEvent.ProfilePinned e) => _machine.CanFire(_pinned, e);

    /// <returns>The code of the refusal; null when the event applied.</returns>
    public string? Pin(SessionEvent.ProfilePinned e)
    {
        _refusal = null;
        _machine.Fire(_pinned, e);
        return _refusal;
    }

    /// <inheritdoc cref="Pin"/>
    public string? Drop()
    {
        _refusal = null;
        _machine.Fire(PinTrigger.Dropped);
        return _refusal;
    }

    /// <inheritdoc cref="Pin"/>
    public string? Restore(PinState before)
    {
        _refusal = null;
        _machine.Fire(_restored, before);
        return _refusal;
    }

    /// <inheritdoc cref="Pin"/>
    public string? End(DateTimeOffset now)
    {
        _refusal = null;
        _machine.Fire(_endReached, now);
        return _refusal;
    }

    /// <inheritdoc cref="Pin"/>
    public string? LeaveContext()
    {
        _refusal = null;
        _machine.Fire(PinTrigger.ContextLeft);
        return _refusal;
    }

    /// <inheritdoc cref="Pin"/>
    public string? Choose(SessionEvent.ProfileChosen e)
    {
        _refusal = null;
        _machine.Fire(_chosen, e);
        return _refusal;
    }

    /// <inheritdoc cref="Pin"/>
    public string? Fail(ProfileId profile)
    {
        _refusal = null;
        _machine.Fire(_failed, profile);
        return _refusal;
    }

    /// <inheritdoc cref="Pin"/>
    public string? Break(SessionEvent.ProfileBroke e, DateTimeOffset now)
    {
        _refusal = null;
        _machine.Fire(_broke, e, now);
        return _refusal;
    }

    /// <inheritdoc cref="Pin"/>
    public string? Mend(Payer payer)
    {
        _refusal = null;
        _machine.Fire(_mended, payer);
        return _refusal;
    }

    public static PinKind KindOf(PinState pin) => pin switch
    {
        PinState.AutoPinned => PinKind.AutoPinned,
        PinState.UserPinned => PinKind.UserPinned,
        PinState.PinBroken => PinKind.PinBroken,
        _ => PinKind.Unpinned,
    };

    private static bool IsPeoples(PinState pin) => pin is PinState.UserPinned or PinState.PinBroken;
}
