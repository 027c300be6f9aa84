using ChatAuth.Channels.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.TelegramBot;

/// <summary>Adds ChatAuth to a bot on Telegram.Bot.</summary>
public static class TelegramBotServiceCollectionExtensions
{
    /// <summary>
    /// Adds the channel for Telegram. What it says is sent by the <c>ITelegramBotClient</c> among the services, of whatever lifetime, such as one with a typed <c>HttpClient</c>; where
    /// there is none, by the client that <see cref="TelegramClientExtensions.TryHandleAsync"/> was called on first.
    /// </summary>
    /// <param name="services">The services; ChatAuth itself is added by <c>AddChatAuth</c>.</param>
    /// <param name="configure">Changes how it lives in the bot; null for the defaults.</param>
    public static IServiceCollection AddChatAuthTelegramBot(this IServiceCollection services, Action<TelegramBotOptions>? configure = null)
    {
        var options = new TelegramBotOptions();
        configure?.Invoke(options);
        services.TryAddSingleton<LibrarySender>();
        return services.AddChatAuthTelegramChannel(provider => provider.GetRequiredService<LibrarySender>(), options.RegisterCommands, options.IsOnlyBot);
    }
}
