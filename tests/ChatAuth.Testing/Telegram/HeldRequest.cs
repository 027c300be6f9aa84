namespace ChatAuth.Testing.Telegram;

/// <summary>A request that is held back until the test lets it go.</summary>
public sealed class HeldRequest
{
    private readonly TaskCompletionSource<RecordedRequest> _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal HeldRequest()
    {
    }

    /// <summary>Ends when the request is here.</summary>
    public Task<RecordedRequest> Arrived => _arrived.Task.WaitAsync(Signal.Patience);

    /// <summary>Lets it go.</summary>
    public void Release() => _released.TrySetResult();

    internal Task HoldAsync(RecordedRequest request, CancellationToken gone)
    {
        _arrived.TrySetResult(request);
        return _released.Task.WaitAsync(gone);
    }
}
