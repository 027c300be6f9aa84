namespace ChatAuth.Testing;

/// <summary>A request to a fake that is held back until the test lets it go.</summary>
/// <typeparam name="T">The request as the fake records it.</typeparam>
public sealed class HeldRequest<T>
{
    private readonly TaskCompletionSource<T> _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal HeldRequest()
    {
    }

    /// <summary>Ends when the request is here.</summary>
    public Task<T> Arrived => _arrived.Task.WaitAsync(Signal.Patience);

    /// <summary>Lets it go.</summary>
    public void Release() => _released.TrySetResult();

    internal Task HoldAsync(T request, CancellationToken gone)
    {
        _arrived.TrySetResult(request);
        return _released.Task.WaitAsync(gone);
    }
}
