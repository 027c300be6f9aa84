using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Channels.Telegram;

/// <summary>Registers the bot on Telegram.</summary>
public static class TelegramServiceCollectionExtensions
{
    /// <summary>Adds the bot.</summary>
    public static IServiceCollection AddChatAuthTelegram(this IServiceCollection services, TelegramSettings settings) =>
        services.AddSingleton(settings).AddSingleton<TelegramReadiness>().AddSingleton<TelegramWebhook>();
}
