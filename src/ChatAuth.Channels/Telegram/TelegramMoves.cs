using ChatAuth.Core.Errors;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Telegram;

/// <summary>
/// Groups that got another id. Nothing that came later is handled before: it would be served without the group's choice and rules. One after another;
/// thread-safe.
/// </summary>
internal sealed partial class TelegramMoves(TelegramDelivery delivery, TimeProvider time, ILogger? log)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Ends, and never fails, when all moves that were announced until now are over.</summary>
    public Task Announced
    {
        get
        {
            lock (_gate) return _last;
        }
    }

    /// <summary>Makes both ids one conversation, as soon as the database lets it. What is said about that holds up nobody.</summary>
    public Task MoveAsync(TelegramEvent.Migrated migrated, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var moved = AfterAsync(_last, migrated, over, cancellationToken);
            _last = over.Task;
            return moved;
        }
    }

    private async Task AfterAsync(Task before, TelegramEvent.Migrated migrated, TaskCompletionSource over, CancellationToken cancellationToken)
    {
        try
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            var isToBeSaid = await MovedAsync(migrated, over, cancellationToken).ConfigureAwait(false);
            over.TrySetResult();
            if (isToBeSaid) await delivery.SayMovedAsync(migrated.To, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            over.TrySetResult();
        }
    }

    /// <summary>What does not go by itself holds up nobody: every other message meets the same fault, and says so.</summary>
    private async Task<bool> MovedAsync(TelegramEvent.Migrated migrated, TaskCompletionSource over, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await delivery.MoveAsync(migrated.From, migrated.To, cancellationToken).ConfigureAwait(false);
            }
            catch (ChatAuthException broken)
            {
                if (log is not null) LogWaiting(log, broken.Code.Id);
                if (!broken.Code.IsRetryable) over.TrySetResult();
                await Task.Delay(Soon, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A group's migration waits for the database: {Code}")]
    private static partial void LogWaiting(ILogger log, string code);
}
