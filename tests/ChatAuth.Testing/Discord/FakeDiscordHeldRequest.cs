namespace ChatAuth.Testing.Discord;

/// <summary>A request that is held back until the test lets it go.</summary>
public sealed class FakeDiscordHeldRequest
{
    private readonly TaskCompletionSource<FakeDiscordRequest> _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal FakeDiscordHeldRequest()
    {
    }

    /// <summary>Ends when the request is here.</summary>
    public Task<FakeDiscordRequest> Arrived => _arrived.Task.WaitAsync(Signal.Patience);

    /// <summary>Lets it go.</summary>
    public void Release() => _released.TrySetResult();

    internal Task HoldAsync(FakeDiscordRequest request, CancellationToken gone)
    {
        _arrived.TrySetResult(request);
        return _released.Task.WaitAsync(gone);
    }
}
