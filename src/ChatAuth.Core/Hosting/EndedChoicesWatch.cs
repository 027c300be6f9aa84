using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Hosting;

/// <summary>Looks every half minute for choices that have ended, where the host can be told about them.</summary>
internal sealed class EndedChoicesWatch(
    EndedChoices ended, IEnumerable<INoticeSink> sinks, TimeProvider time, ILogger<EndedChoicesWatch>? log = null) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        sinks.Any() ? RegularLook.RunAsync(ended.RecordAsync, "Ends of choices were not recorded now", atOnce: false, time, log, stoppingToken) : Task.CompletedTask;
}
