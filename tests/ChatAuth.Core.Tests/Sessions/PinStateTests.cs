using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Core.Tests.Sessions;

internal sealed class PinStateTests
{
    private static readonly PinState.UserPinned Pinned = new(SessionStates.Work, SessionStates.WorkPayer, SessionStates.Alice);

    private static readonly PinState[] Pins =
    [
        PinState.Unpinned.Instance, new PinState.AutoPinned(SessionStates.Work, SessionStates.WorkPayer), Pinned,
        Pinned with { Until = DateTimeOffset.UnixEpoch, Then = Pinned }, new PinState.PinBroken(Pinned, PinBreak.Missing, DateTimeOffset.UnixEpoch),
    ];

    [TestCaseSource(nameof(Pins))]
    public void Pin_prints_its_profile_once_it_names_one(PinState pin) =>
        Assert.That(pin.ToString(), Does.Contain(pin.Named?.ToString() ?? nameof(PinState.Unpinned)));
}
