using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Tests.Chat;

/// <summary>Keys that a person pressed ahead: <c>\n</c> is Enter, <c>\b</c> Backspace, <c>\x03</c> Ctrl-C, <c>\x04</c> Ctrl-D, <c>\x15</c> Ctrl-U. Behind them nobody types.</summary>
internal sealed class PreparedKeys(string typed) : IKeyInput
{
    private readonly Queue<char> _left = new(typed);

    /// <summary>Ctrl-C was a key while they were read.</summary>
    public bool WasCaptured { get; private set; }

    public IDisposable Capture()
    {
        WasCaptured = true;
        return new MemoryStream();
    }

    public async ValueTask<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancellationToken)
    {
        if (_left.TryDequeue(out var next)) return KeyOf(next);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return default;
    }

    private static ConsoleKeyInfo KeyOf(char typed) => typed switch
    {
        '\n' => Keys.Enter,
        '\b' => Keys.Backspace,
        < ' ' => Keys.Control((char)(typed + '@')),
        _ => Keys.Of(typed),
    };
}
