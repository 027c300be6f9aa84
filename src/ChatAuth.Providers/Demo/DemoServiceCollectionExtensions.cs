using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.Providers.Demo;

/// <summary>Adds the demonstration.</summary>
public static class DemoServiceCollectionExtensions
{
    /// <summary>Adds the provider <c>demo</c>.</summary>
    public static IServiceCollection AddChatAuthDemoProvider(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IModelProvider, DemoProvider>(_ => new DemoProvider(false)));
        return services;
    }

    /// <summary>Replaces the credential store by built-in profiles, and every provider by one that answers for all of them.</summary>
    public static IServiceCollection UseChatAuthDemo(this IServiceCollection services)
    {
        services.RemoveAll<IModelProvider>();
        services.AddSingleton<IModelProvider>(new DemoProvider(true));
        services.RemoveAll<ICredentialStore>();
        services.AddSingleton<ICredentialStore, DemoCredentialStore>();
        return services;
    }
}
