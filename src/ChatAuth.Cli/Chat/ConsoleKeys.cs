namespace ChatAuth.Cli.Chat;

/// <summary>The keys of this process's console. For one reader at a time.</summary>
internal sealed class ConsoleKeys : IKeyInput
{
    private Task<ConsoleKeyInfo>? _pending;

    public IDisposable Capture() => new ControlC();

    public async ValueTask<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_pending is null && Console.KeyAvailable) return ReadKey(); // A paste: no thread for each of its characters.

        // The console's own wait cannot be cancelled: it goes on, on a thread of its own, and the next reader gets its key.
        _pending ??= Task.Factory.StartNew(ReadKey, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        var key = await _pending.WaitAsync(cancellationToken);
        _pending = null;
        return key;
    }

    private static ConsoleKeyInfo ReadKey()
    {
        try
        {
            var key = Console.ReadKey(intercept: true);
            return key.Key == ConsoleKey.Escape && Console.KeyAvailable ? WithAlt(Console.ReadKey(intercept: true)) : key;
        }
        catch (IOException)
        {
            return default; // The terminal was closed.
        }
    }

    /// <summary>Terminals send Alt as an Escape right before the key; when several such pairs come at once, the console leaves them apart.</summary>
    private static ConsoleKeyInfo WithAlt(ConsoleKeyInfo key) => new(
        key.KeyChar,
        key.Key,
        key.Modifiers.HasFlag(ConsoleModifiers.Shift),
        alt: true,
        key.Modifiers.HasFlag(ConsoleModifiers.Control));

    private sealed class ControlC : IDisposable
    {
        public ControlC() => Console.TreatControlCAsInput = true;

        public void Dispose()
        {
            try
            {
                Console.TreatControlCAsInput = false;
            }
            catch (IOException)
            {
                // The terminal was closed: there is nothing to give back.
            }
        }
    }
}
