using Microsoft.Extensions.Hosting;

namespace ChatAuth.Channels.Conversations;

/// <summary>
/// How long work in progress may go on after the host began to stop: one span for all platforms, counted from before the first of them is told, whatever else of the
/// host stops first. Thread-safe.
/// </summary>
internal sealed class StopGrace(TimeProvider time) : IHostedLifecycleService
{
    /// <summary>Five seconds less than hosts give by default: the last words to a platform and to the database need some.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(25);

    /// <summary>For those last words.</summary>
    public static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource<long> _began = new();

    /// <summary>What is left of it; all of it where no host told that it stops.</summary>
    public TimeSpan Left => !_began.Task.IsCompleted ? Length
        : Length - time.GetElapsedTime(_began.Task.Result) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero; // It has completed: nobody waits.

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _began.TrySetResult(time.GetTimestamp());
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
