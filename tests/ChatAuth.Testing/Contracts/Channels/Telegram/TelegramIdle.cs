using ChatAuth.Channels.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Testing.Contracts.Channels.Telegram;

/// <summary>When a channel that a client library tells has nothing left to do.</summary>
public static class TelegramIdle
{
    /// <summary>Waits until every update that was taken is dealt with.</summary>
    public static Task ReachAsync(IServiceProvider services) => services.GetRequiredService<TelegramLibraryIntake>().WhenIdleAsync(TimeSpan.FromDays(1));
}
