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
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        sinks.Any() ? RegularLook.RunAsync(ended.RecordAsync, Missed, atOnce: false, time, stoppingToken) : Task.CompletedTask;

    private void Missed(Exception broken)
    {
        if (log is not null) LogMissed(log, (broken as ChatAuthException)?.Code.Id ?? ErrorCode.Internal.Id, broken.GetType().FullName);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ends of choices were not recorded now: {Code} by {Type}")]
    private static partial void LogMissed(ILogger log, string code, string? type);
}
