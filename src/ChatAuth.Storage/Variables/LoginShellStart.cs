using Microsoft.Extensions.Hosting;

namespace ChatAuth.Storage.Variables;

/// <summary>Asks the login shell while the host starts, before it takes messages: none of them shall wait for a shell.</summary>
internal sealed class LoginShellStart(EnvironmentKeys keys) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.Run(keys.AskShell, cancellationToken);

    // A host that knows no earlier step begins with this one.
    public Task StartAsync(CancellationToken cancellationToken) => StartingAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
