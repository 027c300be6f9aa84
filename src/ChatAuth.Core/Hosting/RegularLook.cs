using ChatAuth.Core.Errors;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Hosting;

/// <summary>What the watches of a host have in common: they look every half minute, and one look that fails ends nothing.</summary>
internal static partial class RegularLook
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    /// <summary>Looks until the host stops.</summary>
    /// <param name="look">Looks once.</param>
    /// <param name="missed">What is said of a look that failed.</param>
    /// <param name="atOnce">The first look is now; otherwise after half a minute.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Is told of it; null: nobody is.</param>
    /// <param name="stoppingToken">The host stops.</param>
    public static async Task RunAsync(
        Func<CancellationToken, Task> look, string missed, bool atOnce, TimeProvider time, ILogger? log, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            if (atOnce) await TryAsync(look, missed, log, stoppingToken).ConfigureAwait(false);
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false)) await TryAsync(look, missed, log, stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private static async Task TryAsync(Func<CancellationToken, Task> look, string missed, ILogger? log, CancellationToken stoppingToken)
    {
        try
        {
            await look(stoppingToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
        {
            // The entry point of a watch: a store, a source or a sink that fails now must not end the host.
            if (log is not null) LogMissed(log, missed, (broken as ChatAuthException)?.Code.Id ?? ErrorCode.Internal.Id, broken.GetType().FullName);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Missed}: {Code} by {Type}")]
    private static partial void LogMissed(ILogger log, string missed, string code, string? type);
}
