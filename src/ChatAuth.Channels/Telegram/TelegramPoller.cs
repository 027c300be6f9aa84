using System.Text.Json;
using ChatAuth.Channels.Conversations;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Telegram;

/// <summary>
/// Fetches the bot's updates, as the only process that does: a lease of the session database keeps others of this installation away, and Telegram's
/// 409 those of other installations.
/// </summary>
internal sealed partial class TelegramPoller(
    TelegramIntake intake, ITelegramSender sender, ILeaseStore leases, ChannelReadiness readiness, StopGrace grace, IIdFactory ids,
    TimeProvider time, ILogger<TelegramPoller>? log = null) : BackgroundService
{
    /// <summary>The kinds of updates that the channel reads.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["message", "edited_message", "channel_post", "edited_channel_post", "callback_query"];

    private const int MostAtOnce = 100;
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan LeaseHeld = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MuchLater = TimeSpan.FromMinutes(1);

    /// <summary>A longer one that Telegram asks for is asked about again.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly string _holder = FormattableString.Invariant($"{ids.NextBits():x16}");
    private readonly UpdateWindow _window = new(time);
    private bool _hasBegun;

    /// <summary>What a fetch was to confirm, and may not have.</summary>
    private long? _unconfirmed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var work = new CancellationTokenSource();
        string? lease = null;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var pause = TimeSpan.Zero;
                try
                {
                    if (await intake.FindBotAsync(stoppingToken).ConfigureAwait(false) is not { } bot)
                    {
                        pause = Pause("Telegram does not say who the bot is: its token may be wrong, or Telegram out of reach", Later);
                    }
                    else
                    {
                        lease ??= FormattableString.Invariant($"telegram:{bot.Id}:updates");
                        pause = await leases.TryTakeAsync(lease, _holder, LeaseHeld, stoppingToken).ConfigureAwait(false)
                            ? await FetchAsync(bot, work.Token, stoppingToken).ConfigureAwait(false)
                            : Pause("another process of this installation fetches the updates", Later);
                    }
                }
                catch (ChatAuthException broken)
                {
                    pause = Pause($"the session database does not answer: {broken.Code.Id}", Later);
                }
                if (pause > TimeSpan.Zero) await Task.Delay(pause, time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        readiness.NotReady("stopped");
        await FinishAsync(work, lease).ConfigureAwait(false);
    }

    /// <summary>One round; returns how long to wait before the next.</summary>
    private async Task<TimeSpan> FetchAsync(TelegramBot bot, CancellationToken workToken, CancellationToken stoppingToken)
    {
        if (!_hasBegun)
        {
            // Waiting updates stay; only then may they be fetched, and under a lease that this did not use up.
            var begun = await sender.SendAsync(new TelegramRequest.DeleteWebhook(), stoppingToken).ConfigureAwait(false);
            _hasBegun = begun is TelegramAnswer.Done;
            return _hasBegun ? TimeSpan.Zero : PauseAfter(begun);
        }
        var nextDone = _window.NextDone;
        var isBusy = _window.IsBusy;
        var offset = await ConfirmAsync(stoppingToken).ConfigureAwait(false);
        _unconfirmed = offset;
        // The first fetch does not wait for an update: it tells whether any will come.
        var answer = await sender.SendAsync(
            new TelegramRequest.GetUpdates(offset, MostAtOnce, readiness.IsReady ? (int)LongPoll.TotalSeconds : 0, Kinds), stoppingToken).ConfigureAwait(false);
        if (answer is not TelegramAnswer.Done { Result: { ValueKind: JsonValueKind.Array } result }) return PauseAfter(answer);
        readiness.Ready();
        _unconfirmed = null;
        var news = await TakeAsync(bot, [.. result.EnumerateArray()], workToken, stoppingToken).ConfigureAwait(false);
        // What is in progress is told again at once: without a pause that would be asked for all the time.
        if (news == 0 && isBusy) await nextDone.WaitAsync(Soon, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return TimeSpan.Zero;
    }

    /// <summary>What Telegram need not tell again, once there is room for others.</summary>
    private async Task<long?> ConfirmAsync(CancellationToken stoppingToken)
    {
        for (long? offset = null; ;)
        {
            var nextDone = _window.NextDone;
            offset = _window.Confirm() ?? offset;
            if (!_window.IsFull || stoppingToken.IsCancellationRequested) return offset;
            await nextDone.WaitAsync(Soon, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private TimeSpan PauseAfter(TelegramAnswer answer) => answer switch
    {
        TelegramAnswer.Refused { Code: 409 } => Pause("another process fetches this bot's updates, or a webhook is set", Later),
        TelegramAnswer.Refused { Code: 401 or 404 } => Pause("Telegram does not know the token", MuchLater),
        TelegramAnswer.Refused { RetryAfter: { } wait } => Pause("Telegram asks for a pause", wait < Soon ? Soon : wait > LongestPause ? LongestPause : wait),
        _ => Pause("Telegram is out of reach", Soon),
    };

    private async Task<int> TakeAsync(TelegramBot bot, IReadOnlyList<JsonElement> updates, CancellationToken workToken, CancellationToken stoppingToken)
    {
        var news = 0;
        foreach (var (id, recorded) in await intake.TakeAsync(bot, updates, stoppingToken, workToken).ConfigureAwait(false))
        {
            if (_window.TryAdd(id, recorded)) news++;
        }
        return news;
    }

    /// <summary>Lets what is in progress end, confirms what was dealt with, and lets another process go on.</summary>
    private async Task FinishAsync(CancellationTokenSource work, string? lease)
    {
        await intake.WhenIdleAsync(grace.Left, time).ConfigureAwait(false);
        await work.CancelAsync().ConfigureAwait(false);
        if ((_window.Confirm() ?? _unconfirmed) is { } offset) await ConfirmLastAsync(offset).ConfigureAwait(false);
        // Where the database does not answer any more, the lease runs out by itself.
        if (lease is not null) await leases.ReleaseAsync(lease, _holder, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>A connection that the stop broke off may be the first one that is tried.</summary>
    private async Task ConfirmLastAsync(long offset)
    {
        var confirm = new TelegramRequest.GetUpdates(offset, 1, 0, Kinds);
        using var patience = new CancellationTokenSource(StopGrace.LastWords, time);
        try
        {
            for (var tries = 0; tries < 3; tries++)
            {
                if (await sender.SendAsync(confirm, patience.Token).ConfigureAwait(false) is TelegramAnswer.Done) return;
            }
        }
        catch (OperationCanceledException)
        {
            // Told again after the next start, what was dealt with is recognised.
        }
    }

    private TimeSpan Pause(string problem, TimeSpan pause)
    {
        if (readiness.Problem != problem && log is not null) LogNotReady(log, problem);
        readiness.NotReady(problem);
        return pause;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No updates from Telegram: {Problem}")]
    private static partial void LogNotReady(ILogger log, string problem);
}
