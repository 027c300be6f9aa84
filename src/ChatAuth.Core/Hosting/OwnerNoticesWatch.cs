using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Hosting;

/// <summary>Looks at the start and every half minute for what owners are to be told, where the operator wants them told and the host can.</summary>
internal sealed partial class OwnerNoticesWatch(OwnerNotices notices, ChatAuthSettings settings, TimeProvider time, ILogger<OwnerNoticesWatch>? log = null) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        settings.TellOwners ? RegularLook.RunAsync(notices.TellAsync, Missed, atOnce: true, time, stoppingToken) : Task.CompletedTask;

    private void Missed(Exception broken)
    {
        if (log is not null) LogMissed(log, (broken as ChatAuthException)?.Code.Id ?? ErrorCode.Internal.Id, broken.GetType().FullName);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What owners are to be told was not looked at now: {Code} by {Type}")]
    private static partial void LogMissed(ILogger log, string code, string? type);
}
