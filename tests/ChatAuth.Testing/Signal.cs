namespace ChatAuth.Testing;

/// <summary>Something changed: whoever waits looks again.</summary>
internal sealed class Signal
{
    /// <summary>How long a test waits where it names no time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private TaskCompletionSource? _next;

    public void Pulse() => Interlocked.Exchange(ref _next, null)?.TrySetResult();

    /// <summary>Ends with the next pulse. Taken before looking, so that no change is missed.</summary>
    public Task NextAsync()
    {
        var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _next, fresh, null) ?? fresh).Task;
    }

    /// <exception cref="TimeoutException">Nothing was found in time.</exception>
    public async Task<T> UntilAsync<T>(Func<T?> find, TimeSpan? timeout, Func<string> complaint)
        where T : class
    {
        using var patience = new CancellationTokenSource(timeout ?? Patience);
        while (true)
        {
            var next = NextAsync();
            if (find() is { } found) return found;
            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException(complaint());
            }
        }
    }
}
