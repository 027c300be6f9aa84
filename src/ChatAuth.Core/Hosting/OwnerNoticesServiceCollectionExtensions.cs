using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatAuth.Core.Hosting;

/// <summary>Adds what owners are told without asking.</summary>
public static class OwnerNoticesServiceCollectionExtensions
{
    /// <summary>Adds <see cref="OwnerNotices"/>, what it finds due, and the watch that runs it; <see cref="CoreServiceCollectionExtensions.AddChatAuthCore"/> does so too.</summary>
    public static IServiceCollection AddChatAuthOwnerNotices(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new DueNotices(
            new Remedies(provider.GetRequiredService<ChatAuthSettings>(), provider.GetServices<ICredentialSource>()),
            new BrokenPins(provider.GetRequiredService<ISessionStore>(), provider.GetRequiredService<TimeProvider>())));
        services.TryAddSingleton(provider => new OwnerNotices(
            new CredentialReports(
                provider.GetRequiredService<RosterSource>(), provider.GetRequiredService<ChatAuthSettings>(), provider.GetRequiredService<TimeProvider>(),
                provider.GetService<ImportUpdater>()),
            provider.GetRequiredService<DueNotices>(),
            new ReachedOwners(
                provider.GetServices<IOwnerSink>(), provider.GetRequiredService<IAccessStore>(), provider.GetRequiredService<AccessPolicy>(),
                provider.GetRequiredService<ChatAuthSettings>()),
            provider.GetRequiredService<INoticeLedger>(), provider.GetService<ILogger<OwnerNotices>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OwnerNoticesWatch>());
        return services;
    }
}
