using System.Collections.Concurrent;

namespace ChatAuth.Channels.Conversations;

/// <summary>What goes on after its caller was answered, so that a host can wait for it when it stops. Thread-safe.</summary>
internal sealed class UnfinishedWork
{
    private readonly ConcurrentDictionary<Task, bool> _running = new();

    /// <summary>Remembers a task until it is over.</summary>
    public void Add(Task work)
    {
        if (work.IsCompleted) return;
        _running.TryAdd(work, true);
        _ = work.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits until all of it is over, as long as that may take.</summary>
    public Task WhenIdleAsync(TimeSpan atMost, TimeProvider time) => Task.WhenAny(Task.WhenAll(_running.Keys), Task.Delay(atMost, time));
}
