using ChatAuth.Core.Credentials;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Hosting;

/// <summary>
/// Looks at the start and every half minute for refreshes that a process left pending and for logins of the main agent that end soon. One at a time, so
/// that a clock that jumps does not refresh all at once. A stop waits for what is under way.
/// </summary>
internal sealed class RefreshWatch(OAuthRefresher refresher, ChatAuthSettings settings, TimeProvider time, ILogger<RefreshWatch>? log = null) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await refresher.WhenLandedAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => settings.OAuth.Values.Any(issuer => issuer.CanRefresh)
        ? RegularLook.RunAsync(LookAsync, "Logins were not refreshed now", atOnce: true, time, log, stoppingToken)
        : Task.CompletedTask;

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        await refresher.RecoverAsync(stoppingToken).ConfigureAwait(false);
        await refresher.RefreshAllAsync(AgentId.Main, stoppingToken).ConfigureAwait(false);
    }
}
