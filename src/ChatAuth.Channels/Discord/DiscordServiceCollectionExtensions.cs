using ChatAuth.Channels.Conversations;
using ChatAuth.Core;
using ChatAuth.Core.Commands;
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

    /// <summary>
    /// Adds the channel over our own client of the REST API, the endpoint for interactions, which a host has to lead requests to, and the registration of the
    /// commands. A sender that the host added before carries the requests instead.
    /// </summary>
    /// <param name="services">The services; ChatAuth itself is added by <c>AddChatAuth</c>.</param>
    /// <param name="settings">The bot.</param>
    /// <exception cref="Core.Errors.ChatAuthException"><see cref="Core.Errors.ErrorCode.SignatureUnavailable"/>: this machine has no OpenSSL 3.</exception>
    public static IServiceCollection AddChatAuthDiscord(this IServiceCollection services, DiscordSettings settings)
    {
        Ed25519.EnsureAvailable();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(settings);
        services.AddReadiness(Platform).AddStopGrace();
        services.TryAddSingleton(provider => new DiscordRestClient(
            new DiscordAddress(settings.BaseUrl, settings.Token), provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<DiscordRestClient>>()));
        services.TryAddSingleton<IDiscordSender>(provider => new PacedDiscordSender(
            provider.GetRequiredService<DiscordRestClient>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IIdFactory>()));
        services.TryAddSingleton(provider => new DiscordChannel(
            provider.GetRequiredService<IChatAuth>(), provider.GetRequiredService<ICompletionSource>(), provider.GetRequiredService<IDiscordSender>(),
            (provider.GetService<DiscordChannelOptions>() ?? new()) with { ApplicationId = settings.ApplicationId }, provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<DiscordChannel>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INoticeSink, DiscordChannel>(provider => provider.GetRequiredService<DiscordChannel>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOwnerSink, DiscordChannel>(provider => provider.GetRequiredService<DiscordChannel>()));
        services.AddHostedService(provider => new DiscordRegistration(
            provider.GetRequiredService<IDiscordSender>(), settings, provider.ReadinessOf(Platform), provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<DiscordRegistration>>()));
        services.TryAddSingleton(provider => new DiscordEndpoint(
            provider.GetRequiredService<DiscordChannel>(), settings, provider.ReadinessOf(Platform), provider.GetRequiredService<StopGrace>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<DiscordEndpoint>>()));
        services.AddHostedService(provider => provider.GetRequiredService<DiscordEndpoint>());
        return services;
    }

    /// <summary>Adds what the doctor looks at.</summary>
    /// <param name="services">The services.</param>
    /// <param name="find">Finds the bot when the check runs; null where none is configured.</param>
    public static IServiceCollection AddChatAuthDiscordCheck(this IServiceCollection services, Func<DiscordSettings?> find) =>
        services.AddSingleton<ICheck>(provider => new DiscordApplicationCheck(find, settings => Connect(settings, provider)))
            .AddSingleton<ICheck>(provider => new DiscordClockCheck(find, settings => Connect(settings, provider), provider.GetRequiredService<TimeProvider>()));

    private static DiscordRestClient Connect(DiscordSettings settings, IServiceProvider provider) =>
        new(new DiscordAddress(settings.BaseUrl, settings.Token), provider.GetRequiredService<TimeProvider>());
}
