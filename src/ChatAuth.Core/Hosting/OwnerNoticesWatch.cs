using ChatAuth.Core.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Hosting;

/// <summary>Looks at the start and every half minute for what owners are to be told, where the operator wants them told and the host can.</summary>
internal sealed class OwnerNoticesWatch(OwnerNotices notices, ChatAuthSettings settings, TimeProvider time, ILogger<OwnerNoticesWatch>? log = null) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        settings.TellOwners ? RegularLook.RunAsync(notices.TellAsync, "What owners are to be told was not looked at now", atOnce: true, time, log, stoppingToken) : Task.CompletedTask;
}
