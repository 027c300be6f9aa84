using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.Storage.Imports;

/// <summary>Registers the logins that are borrowed from other programs.</summary>
public static class ImportServiceCollectionExtensions
{
    /// <summary>Adds Claude Code and Codex, and what keeps the store in step with them. Nothing is read before the first look.</summary>
    /// <param name="services">The services.</param>
    /// <param name="places">Where they keep their logins.</param>
    public static IServiceCollection AddChatAuthImports(this IServiceCollection services, ImportPlaces places)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<ICredentialSource, ClaudeCodeLogin>(provider => new ClaudeCodeLogin(places, provider.GetRequiredService<TimeProvider>())),
            ServiceDescriptor.Singleton<ICredentialSource, CodexLogin>(_ => new CodexLogin(places)),
        ]);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWritableCredentialSource, ClaudeCodeWriteBack>(
            provider => new ClaudeCodeWriteBack(places.Home, provider.GetRequiredService<TimeProvider>())));
        return services.AddChatAuthImportUpdates();
    }
}
