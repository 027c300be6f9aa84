using System.Runtime.InteropServices;

namespace ChatAuth.Gateway.Hosting;

/// <summary>The first SIGTERM or SIGINT asks for a graceful stop; the next one is the operating system's again, and ends the process at once.</summary>
internal sealed class StopSignals(IHostApplicationLifetime application) : IHostLifetime, IDisposable
{
    private PosixSignalRegistration[] _registrations = [];

    /// <summary>The stop was asked for: it is no failure.</summary>
    public bool WereReceived { get; private set; }

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Receive),
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Receive),
        ];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
    }

    private void Receive(PosixSignalContext signal)
    {
        signal.Cancel = true;
        WereReceived = true;
        Dispose();
        application.StopApplication();
    }
}
