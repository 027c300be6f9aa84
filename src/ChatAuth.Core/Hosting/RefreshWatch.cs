using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Hosting;

/// <summary>
/// Looks at the start and every half minute for refreshes that a process left pending and for logins of the main agent that end soon. One at a time, so
/// that a clock that jumps does not refresh all at once. A stop waits for what is under way.
/// </summary>
internal sealed partial class RefreshWatch(OAuthRefresher refresher, ChatAuthSettings settings, TimeProvider time, ILogger<RefreshWatch>? log = null) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await refresher.WhenLandedAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.OAuth.Values.Any(issuer => issuer.CanRefresh)) return;
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            do await LookAsync(stoppingToken).ConfigureAwait(false);
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            await refresher.RecoverAsync(stoppingToken).ConfigureAwait(false);
            await refresher.RefreshAllAsync(AgentId.Main, stoppingToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
        {
            // The entry point of the watch: a store that fails now must not end the host.
            if (log is not null) LogMissed(log, (broken as ChatAuthException)?.Code.Id ?? ErrorCode.Internal.Id, broken.GetType().FullName);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Logins were not refreshed now: {Code} by {Type}")]
    private static partial void LogMissed(ILogger log, string code, string? type);
}
