using System.Diagnostics.CodeAnalysis;

namespace ChatAuth.Channels.Telegram;

/// <summary>A line a chat. Lines of quiet chats are dropped, so that memory follows the chats that are busy, not those that ever were.</summary>
internal sealed class ChatLines(PaceLimits? limits)
{
    private const int FirstSweep = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, ChatLine> _lines = [];
    private int _sweepAt = FirstSweep;

    /// <summary>How many are kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _lines.Count;
        }
    }

    public bool TryFind(long chat, [NotNullWhen(true)] out ChatLine? line)
    {
        lock (_lock) return _lines.TryGetValue(chat, out line);
    }

    /// <summary>Waits for the turn. Who has got it leaves the line afterwards.</summary>
    public async Task<ChatLine> EnterAsync(long chat, TimeSpan now, CancellationToken cancellationToken)
    {
        ChatLine? line;
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (!_lines.TryGetValue(chat, out line)) line = Open(chat, now);
            if (!line.IsBusy)
            {
                line.IsBusy = true;
                return line;
            }
            line.Behind.Enqueue(turn = new TaskCompletionSource());
        }
        using var giveUp = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task.ConfigureAwait(false);
        return line;
    }

    /// <summary>Hands the turn to the next.</summary>
    public void Leave(ChatLine line)
    {
        TaskCompletionSource? next;
        do
        {
            lock (_lock)
            {
                if (!line.Behind.TryDequeue(out next)) line.IsBusy = false;
            }
        }
        while (next?.TrySetResult() is false);
    }

    private ChatLine Open(long chat, TimeSpan now)
    {
        if (_lines.Count >= _sweepAt)
        {
            foreach (var (id, kept) in _lines)
            {
                if (kept.IsQuiet(now)) _lines.Remove(id);
            }
            _sweepAt = Math.Max(FirstSweep, 2 * _lines.Count);
        }
        return _lines[chat] = new ChatLine(chat, limits);
    }
}
