using System.Runtime.InteropServices;

namespace ChatAuth.Gateway.Hosting;

/// <summary>
/// The first SIGTERM or SIGINT asks for a graceful stop. One that comes later is the operating system's, and ends the process at once; what
/// comes within a second is the same wish, sent to the process and to its group.
/// </summary>
internal sealed class StopSignals(IHostApplicationLifetime application, TimeProvider time) : IHostLifetime, IDisposable
{
    private static readonly TimeSpan Echo = TimeSpan.FromSeconds(1);
    private readonly Lock _turn = new();
    private PosixSignalRegistration[] _registrations = [];
    private long _first;

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

    internal void Receive(PosixSignalContext signal)
    {
        lock (_turn)
        {
            if (!WereReceived) _first = time.GetTimestamp();
            WereReceived = true;
            signal.Cancel = time.GetElapsedTime(_first) < Echo;
        }
        application.StopApplication();
    }
}
