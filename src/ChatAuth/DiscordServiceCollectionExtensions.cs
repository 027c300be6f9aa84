using ChatAuth.Channels.Discord;
using ChatAuth.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth;

/// <summary>The front door for a bot on Discord.</summary>
public static class DiscordServiceCollectionExtensions
{
    /// <summary>Adds the bot that the section <c>Discord</c> describes, beside <see cref="ChatAuthServiceCollectionExtensions.AddChatAuth"/> or the demonstration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The host's configuration, as for <see cref="ChatAuthServiceCollectionExtensions.AddChatAuth"/>.</param>
    /// <exception cref="Core.Errors.ChatAuthException">The configuration is not valid, or something that it needs is nowhere; every problem is named at once.</exception>
    public static IServiceCollection AddChatAuthDiscord(this IServiceCollection services, IConfiguration? configuration = null) =>
        services.AddChatAuthDiscord(DiscordReader.Read(ChatAuthConfiguration.Load(configuration, null), ProcessEnvironment.Current));

    /// <summary>Adds what the doctor looks at about the application; where none is configured, the check says so.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The host's configuration, as for <see cref="ChatAuthServiceCollectionExtensions.AddChatAuth"/>.</param>
    public static IServiceCollection AddChatAuthDiscordCheck(this IServiceCollection services, IConfiguration? configuration = null) =>
        services.AddChatAuthDiscordCheck(() =>
        {
            var (loaded, environment) = (ChatAuthConfiguration.Load(configuration, null), ProcessEnvironment.Current);
            return DiscordReader.IsMeant(loaded.Options.Discord, environment) ? DiscordReader.Read(loaded, environment) : null;
        });
}
