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
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await refresher.WhenLandedAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => settings.OAuth.Values.Any(issuer => issuer.CanRefresh)
        ? RegularLook.RunAsync(LookAsync, Missed, atOnce: true, time, stoppingToken)
        : Task.CompletedTask;

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        await refresher.RecoverAsync(stoppingToken).ConfigureAwait(false);
        await refresher.RefreshAllAsync(AgentId.Main, stoppingToken).ConfigureAwait(false);
    }

    private void Missed(Exception broken)
    {
        if (log is not null) LogMissed(log, (broken as ChatAuthException)?.Code.Id ?? ErrorCode.Internal.Id, broken.GetType().FullName);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Logins were not refreshed now: {Code} by {Type}")]
    private static partial void LogMissed(ILogger log, string code, string? type);
}
