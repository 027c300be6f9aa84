using ChatAuth.Channels.Conversations;
using ChatAuth.Core;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Channels.Discord;

/// <summary>Registers a Discord bot.</summary>
public static class DiscordServiceCollectionExtensions
{
    /// <summary>The name of the platform, here and in keys of conversations.</summary>
    internal const string Platform = "discord";

    /// <summary>The name of the connection of a client library, among what hosts ask whether messages arrive.</summary>
    internal const string Socket = "discord-socket";

    /// <summary>
    /// Adds the channel over our own client of the REST API, the registration of the commands, and what takes interactions in: over HTTP the endpoint, which a host has to lead
    /// requests to; over a socket the <see cref="DiscordIntake"/>, which a client library hands them to. A sender that the host added before carries the requests instead.
    /// </summary>
    /// <param name="services">The services; ChatAuth itself is added by <c>AddChatAuth</c>.</param>
    /// <param name="settings">The bot.</param>
    /// <exception cref="Core.Errors.ChatAuthException"><see cref="Core.Errors.ErrorCode.SignatureUnavailable"/>: this machine has no OpenSSL 3, and interactions are to come over HTTP.</exception>
    public static IServiceCollection AddChatAuthDiscord(this IServiceCollection services, DiscordSettings settings)
    {
        if (settings.Transport is DiscordTransport.Http) Ed25519.EnsureAvailable();
        services.TryAddSingleton(settings);
        services.AddReadiness(Platform);
        services.AddSender(settings.BaseUrl, settings.Token).AddChannel(settings.ApplicationId);
        services.TryAddSingleton<IDiscordSender>(provider => provider.GetRequiredService<PacedDiscordSender>());
        services.AddHostedService(provider => new DiscordRegistration(
            provider.GetRequiredService<IDiscordSender>(), settings, provider.ReadinessOf(Platform), provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<DiscordRegistration>>()));
        return settings.Transport is DiscordTransport.Http ? services.AddEndpoint(settings) : services.AddIntake(isOnlyBot: true, answersAsk: true);
    }

    /// <summary>
    /// Adds the channel for a bot with a client library, which hands what it received to the <see cref="DiscordIntake"/> and has the commands registered. Answers are carried by our own
    /// client, each proven by its interaction's token; what only the bot may do, by the library.
    /// </summary>
    /// <param name="services">The services; ChatAuth itself is added by <c>AddChatAuth</c>.</param>
    /// <param name="bot">Finds what carries requests with the bot's token.</param>
    /// <param name="baseUrl">Where the REST API is; null for Discord's own.</param>
    /// <param name="isOnlyBot">The bot has no commands and components of its own, so that every interaction is answered.</param>
    /// <param name="answersAsk"><c>/ask</c> is ChatAuth's. False for a bot that has a command of this name.</param>
    public static IServiceCollection AddChatAuthDiscordChannel(
        this IServiceCollection services, Func<IServiceProvider, IDiscordSender> bot, Uri? baseUrl = null, bool isOnlyBot = false, bool answersAsk = true)
    {
        services.TryAddSingleton<IDiscordSender>(provider => new DividedDiscordSender(provider.GetRequiredService<PacedDiscordSender>(), bot(provider)));
        return services.AddSender(baseUrl ?? DiscordAddress.Official, null).AddChannel(null).AddIntake(isOnlyBot, answersAsk);
    }

    /// <summary>Adds what the doctor looks at.</summary>
    /// <param name="services">The services.</param>
    /// <param name="find">Finds the bot when the check runs; null where none is configured.</param>
    public static IServiceCollection AddChatAuthDiscordCheck(this IServiceCollection services, Func<DiscordSettings?> find) =>
        services.AddSingleton<ICheck>(provider => new DiscordApplicationCheck(find, settings => Connect(settings, provider)))
            .AddSingleton<ICheck>(provider => new DiscordClockCheck(find, settings => Connect(settings, provider), provider.GetRequiredService<TimeProvider>()));

    private static DiscordRestClient Connect(DiscordSettings settings, IServiceProvider provider) =>
        new(new DiscordAddress(settings.BaseUrl, settings.Token), provider.GetRequiredService<TimeProvider>());

    private static IServiceCollection AddSender(this IServiceCollection services, Uri baseUrl, Secret? token)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new DiscordRestClient(
            new DiscordAddress(baseUrl, token), provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<DiscordRestClient>>()));
        services.TryAddSingleton(provider => new PacedDiscordSender(
            provider.GetRequiredService<DiscordRestClient>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IIdFactory>()));
        return services;
    }

    private static IServiceCollection AddChannel(this IServiceCollection services, string? applicationId)
    {
        services.AddStopGrace();
        services.TryAddSingleton(provider => new DiscordChannel(
            provider.GetRequiredService<IChatAuth>(), provider.GetRequiredService<ICompletionSource>(), provider.GetRequiredService<IDiscordSender>(),
            OptionsOf(provider, applicationId), provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<DiscordChannel>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INoticeSink, DiscordChannel>(provider => provider.GetRequiredService<DiscordChannel>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOwnerSink, DiscordChannel>(provider => provider.GetRequiredService<DiscordChannel>()));
        return services;
    }

    private static DiscordChannelOptions OptionsOf(IServiceProvider provider, string? applicationId)
    {
        var options = provider.GetService<DiscordChannelOptions>() ?? new();
        return applicationId is null ? options : options with { ApplicationId = applicationId };
    }

    private static IServiceCollection AddEndpoint(this IServiceCollection services, DiscordSettings settings)
    {
        services.TryAddSingleton(provider => new DiscordEndpoint(
            provider.GetRequiredService<DiscordChannel>(), settings, provider.ReadinessOf(Platform), provider.GetRequiredService<StopGrace>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<DiscordEndpoint>>()));
        return services.AddHostedService(provider => provider.GetRequiredService<DiscordEndpoint>());
    }

    private static IServiceCollection AddIntake(this IServiceCollection services, bool isOnlyBot, bool answersAsk)
    {
        services.AddReadiness(Socket);
        services.TryAddSingleton(provider => new DiscordIntake(
            provider.GetRequiredService<DiscordChannel>(), provider.GetRequiredService<IDiscordSender>(), isOnlyBot, answersAsk, provider.ReadinessOf(Socket),
            provider.GetRequiredService<StopGrace>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<DiscordIntake>>()));
        return services.AddHostedService(provider => provider.GetRequiredService<DiscordIntake>());
    }
}
