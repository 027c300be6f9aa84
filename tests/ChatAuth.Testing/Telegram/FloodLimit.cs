namespace ChatAuth.Testing.Telegram;

/// <summary>How many messages Telegram takes: so many a second in a chat and in all, so many a minute in a group.</summary>
internal sealed class FloodLimit(TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<long, Pace> _chats = [];
    private readonly Dictionary<long, Queue<DateTimeOffset>> _groups = [];
    private readonly Pace _all = new(TelegramLimits.MessagesPerSecond, TelegramLimits.MessagesPerSecond);

    /// <summary>Takes a message, or says how many seconds to wait.</summary>
    public int? Take(long chat, bool isGroup)
    {
        var now = time.GetUtcNow();
        if (!_chats.TryGetValue(chat, out var pace)) _chats[chat] = pace = new Pace(TelegramLimits.MessagesPerSecondInChat, TelegramLimits.BurstInChat);
        var minute = isGroup ? MinuteOf(chat, now) : null;
        var wait = Math.Max(Math.Max(pace.Wait(now), _all.Wait(now)), Wait(minute, now));
        if (wait > 0) return (int)Math.Ceiling(wait);
        pace.Take(now);
        _all.Take(now);
        minute?.Enqueue(now);
        return null;
    }

    private Queue<DateTimeOffset> MinuteOf(long chat, DateTimeOffset now)
    {
        if (!_groups.TryGetValue(chat, out var sent)) _groups[chat] = sent = [];
        while (sent.TryPeek(out var first) && now - first >= Minute) sent.Dequeue();
        return sent;
    }

    private static double Wait(Queue<DateTimeOffset>? minute, DateTimeOffset now) =>
        minute is { Count: >= TelegramLimits.MessagesPerMinuteInGroup } ? (minute.Peek() + Minute - now).TotalSeconds : 0;

    /// <summary>A bucket that fills again at a pace.</summary>
    private sealed class Pace(double perSecond, int burst)
    {
        private double _left = burst;
        private DateTimeOffset _at;

        public double Wait(DateTimeOffset now)
        {
            _left = Math.Min(burst, _left + (Math.Max(0, (now - _at).TotalSeconds) * perSecond));
            _at = now;
            return _left >= 1 ? 0 : (1 - _left) / perSecond;
        }

        public void Take(DateTimeOffset now)
        {
            Wait(now);
            _left--;
        }
    }
}
