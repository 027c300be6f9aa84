using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Stateless.Tests.Machine;

/// <content>The columns of the table: what each state permits, ignores and, by leaving it out, refuses.</content>
internal sealed partial class StatelessPin
{
    private void ConfigureUnpinned() => _machine.Configure(PinKind.Unpinned)
        .OnEntry(() => Stands = PinState.Unpinned.Instance)
        .Permit(PinTrigger.Pinned, PinKind.UserPinned)
        .Permit(PinTrigger.Chosen, PinKind.AutoPinned)
        .PermitDynamic(_restored, KindOf)
        .Ignore(PinTrigger.Dropped)
        .Ignore(PinTrigger.EndReached)
        .Ignore(PinTrigger.ContextLeft)
        .Ignore(PinTrigger.Failed)
        .Ignore(PinTrigger.Broke)
        .Ignore(PinTrigger.Mended);

    private void ConfigureAutoPinned() => _machine.Configure(PinKind.AutoPinned)
        .OnEntryFrom(_chosen, e => Stands = new PinState.AutoPinned(e.Profile, e.Payer))
        .PermitReentry(PinTrigger.Chosen)
        .Permit(PinTrigger.Pinned, PinKind.UserPinned)
        .Permit(PinTrigger.ContextLeft, PinKind.Unpinned)
        .PermitIf(_failed, PinKind.Unpinned, profile => profile == Stands.Named)
        .IgnoreIf(_failed, profile => profile != Stands.Named)
        .Permit(PinTrigger.Broke, PinKind.Unpinned)
        // What people chose is restored, not the resolver's choices: those give way to people's only.
        .PermitDynamicIf(_restored, KindOf, before => before is not PinState.Unpinned)
        .IgnoreIf(_restored, before => before is PinState.Unpinned)
        .Ignore(PinTrigger.Dropped)
        .Ignore(PinTrigger.EndReached)
        .Ignore(PinTrigger.Mended);

    private void ConfigureUserPinned() => _machine.Configure(PinKind.UserPinned)
        .OnEntryFrom(_pinned, e => Stands = new PinState.UserPinned(e.Profile, e.Payer, e.By, e.Until, e.Until is null ? null : Before(e)))
        .OnEntryFrom(_mended, _ => Stands = OfPerson)
        .OnEntryFrom(_restored, before => Stands = before)
        .OnEntryFrom(_endReached, now => Stands = Ends.At(Stands, now))
        .PermitReentryIf(_pinned, Fits, ErrorCode.TooManyEnds.Id)
        .Permit(PinTrigger.Dropped, PinKind.Unpinned)
        .PermitDynamic(_restored, KindOf)
        .PermitDynamicIf(_endReached, now => KindOf(Ends.At(Stands, now)), now => OfPerson.Until <= now)
        .IgnoreIf(_endReached, now => !(OfPerson.Until <= now))
        .Permit(PinTrigger.Broke, PinKind.PinBroken)
        .Ignore(PinTrigger.ContextLeft)
        .Ignore(PinTrigger.Failed)
        .Ignore(PinTrigger.Mended);

    private void ConfigurePinBroken() => _machine.Configure(PinKind.PinBroken)
        .OnEntryFrom(_broke, (e, now) => Stands = new PinState.PinBroken(OfPerson, e.Reason, now) { RefusedRevision = e.RefusedRevision })
        .OnEntryFrom(_restored, before => Stands = before)
        .OnEntryFrom(_endReached, now => Stands = Ends.At(Stands, now))
        .PermitIf(_pinned, PinKind.UserPinned, Fits, ErrorCode.TooManyEnds.Id)
        .Permit(PinTrigger.Dropped, PinKind.Unpinned)
        .PermitDynamic(_restored, KindOf)
        .PermitDynamicIf(_endReached, now => KindOf(Ends.At(Stands, now)), now => OfPerson.Until <= now)
        .IgnoreIf(_endReached, now => !(OfPerson.Until <= now))
        .PermitReentryIf(_broke, (e, _) => !IsSameBreak(e))
        .IgnoreIf(_broke, (e, _) => IsSameBreak(e))
        .PermitIf(_mended, PinKind.UserPinned, payer => payer == OfPerson.Payer)
        .IgnoreIf(_mended, payer => payer != OfPerson.Payer)
        .Ignore(PinTrigger.ContextLeft)
        .Ignore(PinTrigger.Failed);

    /// <summary>What a pin with a time returns to: what still stands when it ends, and never the resolver's choice.</summary>
    private PinState Before(SessionEvent.ProfilePinned e) =>
        Stands is PinState.AutoPinned ? PinState.Unpinned.Instance : Ends.At(Stands, e.Until ?? DateTimeOffset.MinValue);

    private bool Fits(SessionEvent.ProfilePinned e) => e.Until is null || Ends.Count(Before(e)) <= Ends.Deepest;

    private bool IsSameBreak(SessionEvent.ProfileBroke e) =>
        Stands is PinState.PinBroken broken && (broken.Reason, broken.RefusedRevision) == (e.Reason, e.RefusedRevision);

    private static ErrorCode RefusalOf(PinTrigger trigger) => trigger is PinTrigger.Chosen
        ? ErrorCode.PinnedByPerson : throw new InvalidOperationException($"{trigger} has to be configured in every state.");
}
