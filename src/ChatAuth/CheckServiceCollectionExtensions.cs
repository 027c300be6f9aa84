using ChatAuth.Configuration;
using ChatAuth.Core.Hosting;
using ChatAuth.Providers.Diagnostics;
using ChatAuth.Storage.Diagnostics;
using ChatAuth.Storage.Files;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth;

/// <summary>The front door for a doctor.</summary>
public static class CheckServiceCollectionExtensions
{
    /// <summary>
    /// Adds everything that the doctor looks at on this machine, beside <see cref="ChatAuthServiceCollectionExtensions.AddChatAuth"/>. Nothing is read before it looks.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The host's configuration, as for <see cref="ChatAuthServiceCollectionExtensions.AddChatAuth"/>.</param>
    public static IServiceCollection AddChatAuthChecks(this IServiceCollection services, IConfiguration? configuration = null) => services
        .AddChatAuthStateChecks()
        .AddChatAuthStoreChecks()
        .AddChatAuthCoreChecks(
            provider => provider.GetRequiredService<StateDirectory>().ListAgents(),
            () => HasBot(configuration),
            name => CommandPath.Find(name, ProcessEnvironment.Current.Variables.GetValueOrDefault("PATH")))
        .AddChatAuthEndpointCheck();

    /// <summary>Adds of these what needs no valid configuration, for the time when there is none; nothing else has to be added beside it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The host's configuration: it can name the state directory.</param>
    /// <exception cref="Core.Errors.ChatAuthException">Nothing names a state directory.</exception>
    public static IServiceCollection AddChatAuthUnconfiguredChecks(this IServiceCollection services, IConfiguration? configuration = null)
    {
        // Whether the group may read the store is configured, and not known then: so it is nothing to mend.
        services.AddChatAuthFiles(LayeredConfiguration.Read(configuration, null, ProcessEnvironment.Current).StateDirectory, allowGroupReadable: true);
        return services.AddChatAuthStateChecks();
    }

    private static bool HasBot(IConfiguration? configuration)
    {
        var (written, environment) = (ChatAuthConfiguration.Load(configuration, null).Options, ProcessEnvironment.Current);
        return TelegramReader.IsMeant(written.Telegram, environment) || DiscordReader.IsMeant(written.Discord, environment);
    }
}
