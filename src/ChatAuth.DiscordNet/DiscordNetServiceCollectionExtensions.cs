using ChatAuth.Channels.Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.DiscordNet;

/// <summary>Adds ChatAuth to a bot on Discord.Net.</summary>
public static class DiscordNetServiceCollectionExtensions
{
    /// <summary>
    /// Adds the channel for Discord. A <c>DiscordSocketClient</c> or <c>DiscordShardedClient</c> among the services is used from the start of the host on; any other client by
    /// <see cref="DiscordClientExtensions.UseChatAuth{TClient}"/>.
    /// </summary>
    /// <param name="services">The services; ChatAuth itself is added by <c>AddChatAuth</c>.</param>
    /// <param name="configure">Changes how it lives in the bot; null for the defaults.</param>
    public static IServiceCollection AddChatAuthDiscordNet(this IServiceCollection services, Action<DiscordNetOptions>? configure = null)
    {
        var options = new DiscordNetOptions();
        configure?.Invoke(options);
        services.TryAddSingleton(options);
        services.TryAddSingleton<LibrarySender>();
        services.TryAddSingleton<DiscordNetBridge>();
        return services.AddChatAuthDiscordChannel(provider => provider.GetRequiredService<LibrarySender>(), options.BaseUrl, options.IsOnlyBot, options.Ask)
            .AddHostedService<ClientFinder>();
    }
}
