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

    /// <summary>Makes both ids one conversation, as soon as the database lets it.</summary>
    public Task MoveAsync(TelegramEvent.Migrated migrated, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var moved = AfterAsync(_last, migrated, cancellationToken);
            _last = OverAsync(moved);
            return moved;
        }
    }

    private async Task AfterAsync(Task before, TelegramEvent.Migrated migrated, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(false);
        while (true)
        {
            try
            {
                await delivery.MoveAsync(migrated.From, migrated.To, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (ChatAuthException broken)
            {
                if (log is not null) LogWaiting(log, broken.Code.Id);
                await Task.Delay(Soon, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A move that was given up holds up nobody: Telegram tells it again with the next message that is sent to the old id.</summary>
    private static async Task OverAsync(Task moved) => await moved.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [LoggerMessage(Level = LogLevel.Error, Message = "A group's migration waits for the database: {Code}")]
    private static partial void LogWaiting(ILogger log, string code);
}
