namespace ChatAuth.Channels.Telegram;

/// <summary>How long Telegram wants to hear nothing: from one chat, or at all.</summary>
internal sealed class FloodWaits
{
    /// <summary>Two chats that flood within this time mean that the bot as a whole does.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, TimeSpan> _chats = [];
    private TimeSpan _all;
    private (long Chat, TimeSpan At, TimeSpan End)? _last;

    /// <summary>Keeps what a 429 said.</summary>
    /// <param name="chat">The chat that was written to; null when the request named none, and everything has to wait.</param>
    /// <param name="wait">How long.</param>
    /// <param name="now">When it came.</param>
    public void Keep(long? chat, TimeSpan wait, TimeSpan now)
    {
        lock (_lock)
        {
            var end = now + wait;
            if (chat is { } id) KeepChat(id, end, now);
            else _all = Later(_all, end);
        }
    }

    /// <summary>How long a request still has to wait; zero or less when it need not.</summary>
    public TimeSpan Left(long? chat, TimeSpan now)
    {
        lock (_lock) return (chat is { } id && _chats.TryGetValue(id, out var end) ? Later(_all, end) : _all) - now;
    }

    private void KeepChat(long chat, TimeSpan end, TimeSpan now)
    {
        foreach (var (id, passed) in _chats)
        {
            if (passed <= now) _chats.Remove(id);
        }
        _chats[chat] = Later(_chats.GetValueOrDefault(chat), end);

        // Each of the two may have reasons of its own to wait longer; what they share ends with the shorter wait.
        if (_last is { } last && last.Chat != chat && now - last.At <= Together) _all = Later(_all, last.End < end ? last.End : end);
        _last = (chat, now, end);
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
