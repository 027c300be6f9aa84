using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.Providers.Demo;

/// <summary>Adds the demonstration.</summary>
public static class DemoServiceCollectionExtensions
{
    /// <summary>Adds the provider <c>demo</c> beside the real ones.</summary>
    public static IServiceCollection AddChatAuthDemoProvider(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IModelProvider, DemoProvider>(_ => new DemoProvider(servesEverybody: false)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IModelLister, DemoModelLister>());
        return services;
    }

    /// <summary>Adds built-in profiles in place of a credential store, and a provider that answers for every vendor.</summary>
    public static IServiceCollection AddChatAuthDemoInstallation(this IServiceCollection services)
    {
        services.AddSingleton<IModelProvider>(new DemoProvider(servesEverybody: true));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ICredentialStore, DemoCredentialStore>();
        return services;
    }
}
