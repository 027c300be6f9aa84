using ChatAuth.Core.Credentials;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Core.Hosting;

/// <summary>Adds the borrowing of other programs' logins.</summary>
public static class ImportServiceCollectionExtensions
{
    /// <summary>Adds the <see cref="ImportUpdater"/> and the watch that runs it. Whoever adds an <see cref="ICredentialSource"/> adds this too.</summary>
    public static IServiceCollection AddChatAuthImportUpdates(this IServiceCollection services)
    {
        services.TryAddSingleton<AccountQuestions>();
        services.TryAddSingleton<LoginAdopter>();
        services.TryAddSingleton(provider => new ImportUpdater(
            provider.GetServices<ICredentialSource>(), provider.GetRequiredService<LoginAdopter>(),
            provider.GetRequiredService<ChatAuthSettings>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ImportWatch>());
        return services;
    }
}
