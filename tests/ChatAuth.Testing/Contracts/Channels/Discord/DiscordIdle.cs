using ChatAuth.Channels.Discord;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Testing.Contracts.Channels.Discord;

/// <summary>When a channel has nothing left to do.</summary>
public static class DiscordIdle
{
    /// <summary>Waits until every interaction that was taken is answered, and all that was promised is said.</summary>
    public static async Task ReachAsync(IServiceProvider services)
    {
        if (services.GetService<DiscordIntake>() is { } intake) await intake.WhenIdleAsync(TimeSpan.FromDays(1));
        await services.GetRequiredService<DiscordChannel>().WhenIdleAsync(TimeSpan.FromDays(1));
    }
}
