using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Telemetry;

namespace ChatAuth.Core.Chat;

/// <summary>Writes to a credential's health what a use of it told, whether a message's or a probe's.</summary>
internal sealed class HealthReport(RosterSource source, ChatAuthSettings settings, TimeProvider time, ChatAuthMeter meter)
{
    /// <summary>It served.</summary>
    public async Task ServedAsync(AgentId agent, AuthProfile profile, DateTimeOffset begunAt)
    {
        var now = time.GetUtcNow();
        await source.ReportAsync(
            agent, profile, health => health.Clamped(now, settings.Cooldowns).AfterSuccess(begunAt, now), CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>It failed.</summary>
    public async Task FailedAsync(AgentId agent, AuthProfile profile, FailureReason reason, DateTimeOffset? reset, DateTimeOffset begunAt)
    {
        var now = time.GetUtcNow();
        var rests = false;
        await source.ReportAsync(agent, profile, health =>
        {
            var known = health.Clamped(now, settings.Cooldowns);
            var failed = known.AfterFailure(reason, begunAt, now, settings.Cooldowns, reset);
            rests = failed != known;
            return failed;
        }, CancellationToken.None).ConfigureAwait(false);
        if (rests) meter.CooldownStarted(profile.Provider, reason);
    }
}
