using ChatAuth.Channels.Discord;
using Discord;
using Discord.Net.Rest;
using Discord.WebSocket;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.DiscordNet;

/// <summary>Registers the socket of a bot that is nothing but ChatAuth.</summary>
public static class DiscordSocketServiceCollectionExtensions
{
    /// <summary>Adds a client of Discord.Net that fetches interactions over its socket, beside <c>AddChatAuthDiscord</c> with <see cref="DiscordTransport.Socket"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The bot. What its base address names as the socket's address is used.</param>
    public static IServiceCollection AddChatAuthDiscordSocket(this IServiceCollection services, DiscordSettings settings)
    {
        services.TryAddSingleton(_ => new DiscordSocketClient(ConfigOf(settings)));
        return services.AddHostedService<DiscordSocketBot>();
    }

    /// <summary>Threads are known by their guild's channels; nothing that people write is asked for.</summary>
    private static DiscordSocketConfig ConfigOf(DiscordSettings settings) => new()
    {
        GatewayIntents = GatewayIntents.Guilds,
        RestClientProvider = _ => DefaultRestClientProvider.Instance($"{settings.BaseUrl.AbsoluteUri.TrimEnd('/')}/"),
        LogGatewayIntentWarnings = false,
    };
}
