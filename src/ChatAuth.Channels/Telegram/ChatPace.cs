using ChatAuth.Channels.Sending;

namespace ChatAuth.Channels.Telegram;

/// <summary>When one chat may be written to.</summary>
internal sealed class ChatPace(long chat, PaceLimits? limits) : IPace
{
    private readonly RateWindow[] _windows = limits switch
    {
        null => [],
        _ when chat < 0 => [new(limits.Chat), new(limits.Group)],
        _ => [new(limits.Chat)],
    };

    /// <summary>When the chat may be written to next.</summary>
    public TimeSpan FreeAt(TimeSpan now) => _windows.Aggregate(now, (moment, window) => window.FreeAt(moment));

    /// <summary>Counts a message that is sent now.</summary>
    public void Take(TimeSpan now)
    {
        foreach (var window in _windows) window.Take(now);
    }

    public bool IsQuiet(TimeSpan now) => _windows.All(window => window.IsQuiet(now));
}
