using ChatAuth.Channels.Conversations;
using ChatAuth.Core;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Telegram;

/// <summary>Registers a Telegram bot.</summary>
public static class TelegramServiceCollectionExtensions
{
    /// <summary>The name of the platform, here and in keys of conversations.</summary>
    internal const string Platform = "telegram";

    /// <summary>
    /// Adds the channel over our own client of the Bot API, what receives the updates in the way that the settings say, and the menu of commands. A
    /// sender that the host added before carries the requests instead.
    /// </summary>
    /// <param name="services">The services; ChatAuth itself is added by <c>AddChatAuth</c>.</param>
    /// <param name="settings">The bot.</param>
    /// <exception cref="Core.Errors.ChatAuthException"><c>configuration-invalid</c>: the token is none.</exception>
    public static IServiceCollection AddChatAuthTelegram(this IServiceCollection services, TelegramSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(settings);
        services.AddReadiness(Platform).AddStopGrace();
        services.TryAddSingleton(provider => new BotApiClient(
            new BotApiAddress(settings.BaseUrl, settings.Token), provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<BotApiClient>>()));
        services.TryAddSingleton<ITelegramSender>(provider => new PacedSender(
            provider.GetRequiredService<BotApiClient>(), provider.GetRequiredService<TimeProvider>(), settings.KeepsPace ? PaceLimits.Telegram : null));
        services.TryAddSingleton(provider => new TelegramChannel(
            provider.GetRequiredService<IChatAuth>(), provider.GetRequiredService<ITelegramSender>(), provider.GetService<TelegramChannelOptions>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<TelegramChannel>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INoticeSink, TelegramChannel>(provider => provider.GetRequiredService<TelegramChannel>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOwnerSink, TelegramChannel>(provider => provider.GetRequiredService<TelegramChannel>()));
        services.TryAddSingleton<TelegramIntake>();
        services.AddHostedService<TelegramMenu>();
        if (settings.Transport is TelegramTransport.Polling) services.AddPoller();
        else services.AddWebhook();
        return services;
    }

    /// <summary>Adds what the doctor looks at.</summary>
    /// <param name="services">The services.</param>
    /// <param name="find">Finds the bot when the check runs; null where none is configured.</param>
    public static IServiceCollection AddChatAuthTelegramCheck(this IServiceCollection services, Func<TelegramSettings?> find) =>
        services.AddSingleton<ICheck>(provider => new TelegramBotCheck(() => find() is { } settings
            ? new BotApiClient(new BotApiAddress(settings.BaseUrl, settings.Token), provider.GetRequiredService<TimeProvider>()) : null));

    private static void AddPoller(this IServiceCollection services) => services.AddHostedService(provider => new TelegramPoller(
        provider.GetRequiredService<TelegramIntake>(), provider.GetRequiredService<ITelegramSender>(), provider.GetRequiredService<ILeaseStore>(),
        provider.ReadinessOf(Platform), provider.GetRequiredService<StopGrace>(), provider.GetRequiredService<IIdFactory>(), provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<TelegramPoller>>()));

    private static void AddWebhook(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new TelegramWebhook(
            provider.GetRequiredService<TelegramIntake>(), provider.GetRequiredService<ITelegramSender>(), provider.GetRequiredService<TelegramSettings>(),
            provider.ReadinessOf(Platform), provider.GetRequiredService<StopGrace>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<TelegramWebhook>>()));
        services.AddHostedService(provider => provider.GetRequiredService<TelegramWebhook>());
    }
}
