using System.Runtime.InteropServices;
using ChatAuth.Gateway.Hosting;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.Hosting;
using Moq;

namespace ChatAuth.Gateway.Tests.Hosting;

internal sealed class StopSignalsTests
{
    private readonly FakeTime _time = new();
    private Mock<IHostApplicationLifetime> _application = null!;
    private StopSignals _signals = null!;

    [SetUp]
    public void SetUp()
    {
        _application = new Mock<IHostApplicationLifetime>();
        _signals = new StopSignals(_application.Object, _time);
    }

    [TearDown]
    public void TearDown() => _signals.Dispose();

    [Test]
    public void First_signal_asks_for_a_stop_instead_of_ending_the_process()
    {
        var isTaken = Receive();

        Assert.That((isTaken, _signals.WereReceived), Is.EqualTo((true, true)));
        _application.Verify(application => application.StopApplication());
    }

    [TestCase(999, true)]
    [TestCase(1000, false)]
    public void Next_signal_is_the_systems_unless_it_is_an_echo_of_the_first(int milliseconds, bool isTaken)
    {
        Receive();
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));

        Assert.That(Receive(), Is.EqualTo(isTaken));
    }

    [Test]
    public void Stop_that_no_signal_asked_for_is_known_as_a_failure() =>
        Assert.That(_signals.WereReceived, Is.False);

    private bool Receive()
    {
        var signal = new PosixSignalContext(PosixSignal.SIGTERM);
        _signals.Receive(signal);
        return signal.Cancel;
    }
}
