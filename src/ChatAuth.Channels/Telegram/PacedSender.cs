using ChatAuth.Channels.Sending;

namespace ChatAuth.Channels.Telegram;

/// <summary>
/// Keeps Telegram's limits: ahead of time for what writes to chats, and by waiting when Telegram says so. What is written to one chat goes in the order in
/// which it came, each after the answer to the one before. A request that surely did not arrive, or that may arrive twice, is repeated.
/// </summary>
/// <param name="inner">Sends.</param>
/// <param name="time">The clock.</param>
/// <param name="limits">How much is sent; null for as much as comes, as to a Bot API server of one's own. What Telegram refuses is waited for all the same.</param>
internal sealed class PacedSender(ITelegramSender inner, TimeProvider time, PaceLimits? limits) : ITelegramSender
{
    private const int TooManyRequests = 429;
    private const int MostFloods = 3;

    /// <summary>A longer wait is the caller's matter.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan[] Backoff = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2)];

    private readonly long _start = time.GetTimestamp();
    private readonly RateWindow? _overall = limits is null ? null : new(limits.Overall);
    private readonly Lines<long, ChatPace> _lines = new(chat => new ChatPace(chat, limits));
    private readonly FloodWaits _floods = new();

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>
    /// Sends a request when its time has come. One that would have to wait for longer than a minute, and a typing action that would have to wait at all, are
    /// refused with 429; so is fetching updates, which is not repeated either: whoever fetches holds a lease meanwhile, and decides when to fetch again.
    /// </summary>
    public Task<TelegramAnswer> SendAsync(TelegramRequest request, CancellationToken cancellationToken) => request switch
    {
        TelegramRequest.SendChatAction or TelegramRequest.GetUpdates => SendNowAsync(request, RequestTraits.ChatOf(request), cancellationToken),
        _ when RequestTraits.IsWriting(request) => SendInTurnAsync(request, RequestTraits.ChatOf(request)!.Value, cancellationToken),
        _ => RepeatAsync(request, null, cancellationToken),
    };

    private async Task<TelegramAnswer> SendNowAsync(TelegramRequest request, long? chat, CancellationToken cancellationToken)
    {
        var now = Now;
        var left = _floods.Left(chat, now);
        if (chat is { } id && _lines.TryFind(id, out var line) && line.Pace.FreeAt(now) - now is var turn && turn > left) left = turn;
        if (left > TimeSpan.Zero) return Refused(left);

        var answer = await inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (FloodIn(answer) is { } wait) _floods.Keep(chat, wait, Now);
        return answer;
    }

    private async Task<TelegramAnswer> SendInTurnAsync(TelegramRequest request, long chat, CancellationToken cancellationToken)
    {
        var line = await _lines.EnterAsync(chat, Now, cancellationToken).ConfigureAwait(false);
        try
        {
            return await RepeatAsync(request, line, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _lines.Leave(line);
        }
    }

    private async Task<TelegramAnswer> RepeatAsync(TelegramRequest request, Line<ChatPace>? line, CancellationToken cancellationToken)
    {
        var chat = RequestTraits.ChatOf(request);
        for (int floods = 0, failures = 0; ;)
        {
            if (await WaitAsync(chat, line, cancellationToken).ConfigureAwait(false) is { } refused) return refused;
            var answer = await inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (FloodIn(answer) is { } wait)
            {
                _floods.Keep(chat, wait, Now);
                if (wait > Patience || ++floods > MostFloods) return answer;
            }
            else if (IsWorthRepeating(request, answer) && failures < Backoff.Length)
            {
                await UntilAsync(Now + Backoff[failures++], cancellationToken).ConfigureAwait(false);
            }
            else
            {
                return answer;
            }
        }
    }

    /// <summary>Waits for the chat's moment, then for one of the bot's, which others want too and is therefore taken last.</summary>
    /// <returns>Null when the request may be sent now.</returns>
    private async Task<TelegramAnswer.Refused?> WaitAsync(long? chat, Line<ChatPace>? line, CancellationToken cancellationToken)
    {
        do
        {
            if (line is not null) await UntilAsync(line.Pace.FreeAt(Now), cancellationToken).ConfigureAwait(false);
            if (await CalmAsync(chat, cancellationToken).ConfigureAwait(false) is { } refused) return refused;
            if (line is not null && _overall is not null) await UntilAsync(_overall.Take(Now), cancellationToken).ConfigureAwait(false);
        }
        while (_floods.Left(chat, Now) > TimeSpan.Zero);
        line?.Pace.Take(Now);
        return null;
    }

    private async Task<TelegramAnswer.Refused?> CalmAsync(long? chat, CancellationToken cancellationToken)
    {
        while (_floods.Left(chat, Now) is var left && left > TimeSpan.Zero)
        {
            if (left > Patience) return Refused(left);
            await UntilAsync(Now + left, cancellationToken).ConfigureAwait(false);
        }
        return null;
    }

    /// <summary>Timers count whole milliseconds and may be early.</summary>
    private async Task UntilAsync(TimeSpan moment, CancellationToken cancellationToken)
    {
        while (moment - Now is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsWorthRepeating(TelegramRequest request, TelegramAnswer answer) => answer switch
    {
        TelegramAnswer.Unreachable { Arrived: false } => true,
        TelegramAnswer.Unreachable or TelegramAnswer.Refused { Code: >= 500 } => RequestTraits.IsIdempotent(request),
        _ => false,
    };

    private static TimeSpan? FloodIn(TelegramAnswer answer) => answer switch
    {
        TelegramAnswer.Refused { RetryAfter: { } wait } => wait,
        TelegramAnswer.Refused { Code: TooManyRequests } => TimeSpan.FromSeconds(1),
        _ => null,
    };

    private static TelegramAnswer.Refused Refused(TimeSpan left) => new(TooManyRequests, "Too Many Requests: not sent") { RetryAfter = left };
}
