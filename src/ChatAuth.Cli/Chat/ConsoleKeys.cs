namespace ChatAuth.Cli.Chat;

/// <summary>The keys of this process's console. For one reader at a time.</summary>
internal sealed class ConsoleKeys : IKeyInput
{
    private Task<ConsoleKeyInfo>? _pending;

    public IDisposable Capture() => new ControlC();

    public async ValueTask<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancellationToken)
    {
        // The console's own wait cannot be cancelled: it goes on, on a thread of its own, and the next reader gets its key.
        _pending ??= Task.Factory.StartNew(ReadKey, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        var key = await _pending.WaitAsync(cancellationToken);
        _pending = null;
        return key;
    }

    private static ConsoleKeyInfo ReadKey()
    {
        var key = Console.ReadKey(intercept: true);
        if (key.Key != ConsoleKey.Escape || !Console.KeyAvailable) return key;

        // Terminals send Alt as an Escape right before the key; when several come at once, the console does not join them.
        var next = Console.ReadKey(intercept: true);
        return new(next.KeyChar, next.Key, Has(next, ConsoleModifiers.Shift), alt: true, Has(next, ConsoleModifiers.Control));
    }

    private static bool Has(ConsoleKeyInfo key, ConsoleModifiers modifier) => key.Modifiers.HasFlag(modifier);

    private sealed class ControlC : IDisposable
    {
        public ControlC() => Console.TreatControlCAsInput = true;

        public void Dispose() => Console.TreatControlCAsInput = false;
    }
}
