namespace ChatAuth.Channels.Telegram;

/// <summary>Those who want to write to one chat, in the order in which they came. Who is in the line is guarded by <see cref="ChatLines"/>.</summary>
internal sealed class ChatLine(long chat, PaceLimits? limits)
{
    private readonly RateWindow[] _windows = limits switch
    {
        null => [],
        _ when chat < 0 => [new(limits.Chat), new(limits.Group)],
        _ => [new(limits.Chat)],
    };

    /// <summary>One is writing.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Those behind it; one that gave up stays until its turn.</summary>
    public Queue<TaskCompletionSource> Behind { get; } = [];

    /// <summary>When the chat may be written to next.</summary>
    public TimeSpan FreeAt(TimeSpan now) => _windows.Aggregate(now, (moment, window) => window.FreeAt(moment));

    /// <summary>Counts a message that is sent now.</summary>
    public void Take(TimeSpan now)
    {
        foreach (var window in _windows) window.Take(now);
    }

    /// <summary>Nothing would be lost with it.</summary>
    public bool IsQuiet(TimeSpan now) => !IsBusy && _windows.All(window => window.IsQuiet(now));
}
