using ChatAuth.Core.Credentials;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Hosting;

/// <summary>Looks every half minute whether another program has renewed a login that is borrowed from it, so that messages find it in the store.</summary>
internal sealed partial class ImportWatch(ImportUpdater updater, TimeProvider time, ILogger<ImportWatch>? log = null) : BackgroundService
{
    private IReadOnlyList<ImportOutcome> _told = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RegularLook.RunAsync(LookAsync, "Logins of other programs were not looked at now", atOnce: true, time, log, stoppingToken);

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        var outcomes = await updater.UpdateAsync(addNew: false, stoppingToken).ConfigureAwait(false);
        foreach (var news in outcomes.Except(_told).Where(outcome => outcome.Result is not (ImportResult.Nothing or ImportResult.Removed or ImportResult.Kept)))
        {
            if (log is not null) LogOutcome(log, news.Source, news.Result);
        }
        _told = outcomes;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Login of {Source}: {Result}")]
    private static partial void LogOutcome(ILogger log, string source, ImportResult result);
}
