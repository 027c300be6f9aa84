using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Hosting;

/// <summary>Looks every half minute whether another program has renewed a login that is borrowed from it, so that messages find it in the store.</summary>
internal sealed partial class ImportWatch(ImportUpdater updater, TimeProvider time, ILogger<ImportWatch>? log = null) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            IReadOnlyList<ImportOutcome> told = [];
            do told = await LookAsync(told, stoppingToken).ConfigureAwait(false);
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task<IReadOnlyList<ImportOutcome>> LookAsync(IReadOnlyList<ImportOutcome> told, CancellationToken stoppingToken)
    {
        try
        {
            var outcomes = await updater.UpdateAsync(addNew: false, stoppingToken).ConfigureAwait(false);
            if (log is null) return outcomes;
            foreach (var news in outcomes.Except(told).Where(outcome => outcome.Result is not (ImportResult.Nothing or ImportResult.Removed or ImportResult.Kept)))
            {
                LogOutcome(log, news.Source, news.Result);
            }
            return outcomes;
        }
        catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
        {
            // The entry point of the watch: a source or a store that breaks now must not end the host.
            if (log is not null) LogMissed(log, (broken as ChatAuthException)?.Code.Id ?? ErrorCode.Internal.Id, broken.GetType().FullName);
            return told;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Login of {Source}: {Result}")]
    private static partial void LogOutcome(ILogger log, string source, ImportResult result);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Logins of other programs were not looked at now: {Code} by {Type}")]
    private static partial void LogMissed(ILogger log, string code, string? type);
}
