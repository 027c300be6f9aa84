using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Hosting;

/// <summary>Looks every half minute for choices that have ended, where the host can be told about them.</summary>
internal sealed partial class EndedChoicesWatch(
    EndedChoices ended, IEnumerable<INoticeSink> sinks, TimeProvider time, ILogger<EndedChoicesWatch>? log = null) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!sinks.Any()) return;
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false)) await LookAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ended.RecordAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
        {
            // The entry point of the watch: a sink or a store that fails now must not end the host.
            if (log is not null) LogMissed(log, (broken as ChatAuthException)?.Code.Id ?? ErrorCode.Internal.Id, broken.GetType().FullName);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ends of choices were not recorded now: {Code} by {Type}")]
    private static partial void LogMissed(ILogger log, string code, string? type);
}
