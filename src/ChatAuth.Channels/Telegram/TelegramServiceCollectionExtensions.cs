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
        services.TryAddSingleton(settings);
        services.AddReadiness(Platform).AddChannel();
        services.TryAddSingleton(provider => new BotApiClient(
            new BotApiAddress(settings.BaseUrl, settings.Token), provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<BotApiClient>>()));
        services.TryAddSingleton<ITelegramSender>(provider => new PacedSender(
            provider.GetRequiredService<BotApiClient>(), provider.GetRequiredService<TimeProvider>(), settings.KeepsPace ? PaceLimits.Telegram : null));
        services.AddHostedService<TelegramMenu>();
        if (settings.Transport is TelegramTransport.Polling) services.AddPoller();
        else services.AddWebhook();
        return services;
    }

    /// <summary>
    /// Adds the channel for a bot with a client library, which hands what it received to the <see cref="TelegramLibraryIntake"/> and carries all requests. How much is sent is left to the
    /// library; what Telegram refuses as too much is waited for.
    /// </summary>
    /// <param name="services">The services; ChatAuth itself is added by <c>AddChatAuth</c>.</param>
    /// <param name="bot">Finds what carries requests with the bot's token.</param>
    /// <param name="addsToMenu">At the start our commands are put into the menu of commands: by <see cref="TelegramMenuEntries"/>, or as the whole menu of a bot that has no others.</param>
    /// <param name="isOnlyBot">The bot has nothing of its own, so that every update is dealt with, plain messages as questions to the model.</param>
    public static IServiceCollection AddChatAuthTelegramChannel(
        this IServiceCollection services, Func<IServiceProvider, ITelegramSender> bot, bool addsToMenu = true, bool isOnlyBot = false)
    {
        services.TryAddSingleton<ITelegramSender>(provider => new PacedSender(bot(provider), provider.GetRequiredService<TimeProvider>(), null));
        services.AddChannel();
        services.TryAddSingleton(provider => new TelegramMenuEntries(
            provider.GetRequiredService<ITelegramSender>(), provider.GetRequiredService<ChatAuthSettings>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new TelegramLibraryIntake(
            provider.GetRequiredService<TelegramChannel>(), provider.GetRequiredService<TelegramIntake>(), provider.GetRequiredService<ChatAuthSettings>(), isOnlyBot,
            provider.GetRequiredService<StopGrace>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => provider.GetRequiredService<TelegramLibraryIntake>());
        if (!addsToMenu) return services;
        return isOnlyBot ? services.AddHostedService<TelegramMenu>() : services.AddHostedService(provider => provider.GetRequiredService<TelegramMenuEntries>());
    }

    /// <summary>Adds what the doctor looks at.</summary>
    /// <param name="services">The services.</param>
    /// <param name="find">Finds the bot when the check runs; null where none is configured.</param>
    public static IServiceCollection AddChatAuthTelegramCheck(this IServiceCollection services, Func<TelegramSettings?> find) =>
        services.AddSingleton<ICheck>(provider => new TelegramBotCheck(() => find() is { } settings
            ? new BotApiClient(new BotApiAddress(settings.BaseUrl, settings.Token), provider.GetRequiredService<TimeProvider>()) : null));

    private static void AddChannel(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddStopGrace();
        services.TryAddSingleton(provider => new TelegramChannel(
            provider.GetRequiredService<IChatAuth>(), provider.GetRequiredService<ITelegramSender>(), provider.GetService<TelegramChannelOptions>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<TelegramChannel>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INoticeSink, TelegramChannel>(provider => provider.GetRequiredService<TelegramChannel>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOwnerSink, TelegramChannel>(provider => provider.GetRequiredService<TelegramChannel>()));
        services.TryAddSingleton<TelegramIntake>();
    }

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
