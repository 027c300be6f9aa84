using ChatAuth.Channels.Telegram;
using ChatAuth.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth;

/// <summary>The front door for a bot on Telegram.</summary>
public static class TelegramServiceCollectionExtensions
{
    /// <summary>Adds the bot that the section <c>Telegram</c> describes, beside <see cref="ChatAuthServiceCollectionExtensions.AddChatAuth"/> or the demonstration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The host's configuration, as for <see cref="ChatAuthServiceCollectionExtensions.AddChatAuth"/>.</param>
    /// <exception cref="Core.Errors.ChatAuthException">The configuration is not valid, or a secret that it needs is nowhere; every problem is named at once.</exception>
    public static IServiceCollection AddChatAuthTelegram(this IServiceCollection services, IConfiguration? configuration = null)
    {
        var loaded = ChatAuthConfiguration.Load(configuration, null);
        return services.AddChatAuthTelegram(TelegramReader.Read(loaded, ProcessEnvironment.Current));
    }

    /// <summary>Adds what the doctor looks at about the bot; where none is configured, the check says so.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The host's configuration, as for <see cref="ChatAuthServiceCollectionExtensions.AddChatAuth"/>.</param>
    public static IServiceCollection AddChatAuthTelegramCheck(this IServiceCollection services, IConfiguration? configuration = null) =>
        services.AddChatAuthTelegramCheck(() =>
        {
            var (loaded, environment) = (ChatAuthConfiguration.Load(configuration, null), ProcessEnvironment.Current);
            return TelegramReader.IsMeant(loaded.Options.Telegram, environment) ? TelegramReader.Read(loaded, environment) : null;
        });
}
