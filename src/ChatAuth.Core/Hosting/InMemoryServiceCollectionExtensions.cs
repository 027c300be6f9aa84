using ChatAuth.Core.Access;
using ChatAuth.Core.Buttons;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.Core.Hosting;

/// <summary>Adds stores that forget everything when the process ends: for tests, and for bots that want it so.</summary>
public static class InMemoryServiceCollectionExtensions
{
    /// <summary>Adds conversations, health, lists of models, grants, deliveries, leases, the journal of refreshes and the keys of buttons in memory; what the host added before wins.</summary>
    public static IServiceCollection AddChatAuthInMemory(this IServiceCollection services)
    {
        services.TryAddSingleton<InMemoryAccessStore>();
        services.TryAddSingleton<IAccessStore>(provider => provider.GetRequiredService<InMemoryAccessStore>());
        services.TryAddSingleton<IHealthStore, InMemoryHealthStore>();
        services.TryAddSingleton<IListingCache, InMemoryListingCache>();
        services.TryAddSingleton<IDeliveryLedger, InMemoryDeliveryLedger>();
        services.TryAddSingleton<ILeaseStore, InMemoryLeaseStore>();
        services.TryAddSingleton<IRefreshJournal, InMemoryRefreshJournal>();
        services.TryAddSingleton<ISpentTokens, InMemorySpentTokens>();
        services.TryAddSingleton<INoticeLedger, InMemoryNoticeLedger>();
        services.TryAddSingleton<IButtonKeys, InMemoryButtonKeys>();
        services.TryAddSingleton<ISessionStore>(provider => new InMemorySessionStore(
            provider.GetRequiredService<InMemoryAccessStore>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
