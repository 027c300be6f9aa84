namespace ChatAuth.Cli.Chat;

/// <summary>Keys that are pressed while an answer comes: Ctrl-C stops it, the others wait for the next line. Nothing of them is echoed into the answer.</summary>
/// <param name="keys">The terminal's.</param>
internal sealed class TypeAhead(IKeyInput keys) : IKeyInput
{
    private readonly Queue<ConsoleKeyInfo> _early = new();

    public IDisposable Capture() => keys.Capture();

    public ValueTask<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancellationToken) =>
        _early.TryDequeue(out var key) ? new(key) : keys.ReadKeyAsync(cancellationToken);

    /// <summary>Waits for Ctrl-C, which it takes, or for the end of the keys.</summary>
    /// <returns>True for Ctrl-C; false when it was given up, or when no more keys can come.</returns>
    public async Task<bool> WaitForInterruptAsync(CancellationToken cancellationToken)
    {
        using var captured = keys.Capture();
        try
        {
            while (true)
            {
                var key = await keys.ReadKeyAsync(cancellationToken);
                if (key is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }) return true;

                _early.Enqueue(key);
                if (key == default) return false;
            }
        }
        catch (OperationCanceledException)
        {
            return false; // The answer has ended by itself.
        }
    }
}
