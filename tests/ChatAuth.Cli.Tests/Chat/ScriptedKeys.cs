using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Tests.Chat;

/// <summary>Keys that a test presses. Each is worked off, drawing included, when <see cref="Press"/> returns.</summary>
internal sealed class ScriptedKeys : IKeyInput
{
    private TaskCompletionSource<ConsoleKeyInfo>? _waiting;
    private TaskCompletionSource? _nextRead;

    public bool Captured { get; private set; }

    public void Press(ConsoleKeyInfo key)
    {
        var waiting = _waiting ?? throw new InvalidOperationException("Nobody reads keys now.");
        _waiting = null;
        waiting.SetResult(key);
    }

    public IDisposable Capture()
    {
        Captured = true;
        return new Release(this);
    }

    public ValueTask<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancellationToken)
    {
        _waiting = new();
        _nextRead?.TrySetResult();
        return new(_waiting.Task.WaitAsync(cancellationToken));
    }

    /// <summary>Done when a key is waited for again, by whatever thread.</summary>
    public Task NextReadAsync() => (_nextRead = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private sealed class Release(ScriptedKeys keys) : IDisposable
    {
        public void Dispose() => keys.Captured = false;
    }
}
