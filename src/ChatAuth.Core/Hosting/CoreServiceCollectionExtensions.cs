using ChatAuth.Core.Access;
using ChatAuth.Core.Buttons;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Core.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Core.Hosting;

/// <summary>Adds the rules. The stores, the providers and the settings are added by whoever talks to them.</summary>
public static class CoreServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IChatAuth"/> and what it consists of; what the host added before wins.</summary>
    public static IServiceCollection AddChatAuthCore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdFactory, RandomIds>();
        services.TryAddSingleton(provider => new AccessPolicy(provider.GetRequiredService<ChatAuthSettings>().AccessRules));
        services.TryAddSingleton<ChatAuthMeter>();
        services.TryAddSingleton<RosterSource>();
        services.TryAddSingleton<CatalogSource>();
        services.TryAddSingleton<SessionUpdater>();
        services.TryAddSingleton<TurnFactory>();
        services.TryAddSingleton<PickerMemory>();
        services.TryAddSingleton<HeldMessages>();
        services.TryAddSingleton<ViewCommands>();
        services.TryAddSingleton<ChoiceCommands>();
        services.TryAddSingleton<ConsentCommands>();
        services.TryAddSingleton<OwnerClaims>();
        services.TryAddSingleton(provider => new ProbeCap(provider.GetRequiredService<ChatAuthSettings>().ProbesPerDay));
        services.TryAddSingleton<HealthReport>();
        services.TryAddSingleton<VendorProbe>();
        services.TryAddSingleton<CredentialProbe>();
        services.TryAddSingleton(provider => new CredentialProbes(
            provider.GetRequiredService<RosterSource>(), provider.GetRequiredService<ChatAuthSettings>(), provider.GetRequiredService<OAuthRefresher>(),
            provider.GetRequiredService<VendorProbe>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<RestCommands>();
        services.TryAddSingleton<ModelCommandHandler>();
        services.TryAddSingleton<ButtonSigner>();
        services.TryAddSingleton<TapCommands>();
        services.TryAddSingleton<SendReport>();
        services.TryAddSingleton<RefreshableLogins>();
        services.TryAddSingleton<BorrowedLogins>();
        services.TryAddSingleton<KnownEnds>();
        services.TryAddSingleton<RefreshSave>();
        services.TryAddSingleton<RefreshFlight>();
        services.TryAddSingleton(provider => new OAuthRefresher(
            provider.GetRequiredService<RefreshableLogins>(), provider.GetRequiredService<IRefreshJournal>(),
            provider.GetRequiredService<RefreshFlight>(), provider.GetRequiredService<KnownEnds>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ChatAuthMeter>()));
        services.TryAddSingleton<Func<CallRefreshes>>(provider =>
        {
            var (refresher, time) = (provider.GetRequiredService<OAuthRefresher>(), provider.GetRequiredService<TimeProvider>());
            return () => new CallRefreshes(refresher, time);
        });
        services.TryAddSingleton<Func<CallProgress>>(provider =>
        {
            var refreshes = provider.GetRequiredService<Func<CallRefreshes>>();
            var (leases, ids, time) = (provider.GetRequiredService<ILeaseStore>(), provider.GetRequiredService<IIdFactory>(), provider.GetRequiredService<TimeProvider>());
            return () => new CallProgress(refreshes(), new CallTrials(leases, ids, time));
        });
        services.TryAddSingleton(provider => new ListingRefresher(
            provider.GetRequiredService<RosterSource>(), provider.GetServices<IModelLister>(), provider.GetRequiredService<IListingCache>(),
            provider.GetRequiredService<OAuthRefresher>(), provider.GetRequiredService<ChatAuthSettings>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<SessionChatClient>();
        services.TryAddSingleton<ConversationEvents>();
        services.TryAddSingleton<FaultReplies>();
        services.TryAddSingleton<ICompletionSource, CompletionSource>();
        services.TryAddSingleton<IChatAuth, ChatAuthModule>();
        services.TryAddSingleton<EndedChoices>();
        services.AddChatAuthOwnerNotices();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EndedChoicesWatch>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RefreshWatch>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ListingWatch>());
        return services;
    }
}
