using ChatAuth.Core.Buttons;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Variables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ChatAuth.Storage.Files;

/// <summary>Registers what is kept in files.</summary>
public static class FileServiceCollectionExtensions
{
    /// <summary>
    /// Adds the credential store of <c>auth-profiles.json</c>, the keys of the environment and of <c>.env</c>, the fingerprints by this installation's key,
    /// the keys that sign buttons, the lists of models in <c>models.json</c>, the journal of refreshes (of the host user, not of the state directory) and the <see cref="StateDirectory"/>, unless
    /// they are registered. Nothing is read or created before the first use; the keys are
    /// created by the first use of <see cref="Fingerprints"/> and of <see cref="IButtonKeys"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="stateDirectory">The state directory; it need not exist.</param>
    /// <param name="allowGroupReadable">
    /// The store may be readable by its group and belong to root, as mounted secrets do; setting <c>Storage:AllowGroupReadable</c>. Default false.
    /// </param>
    public static IServiceCollection AddChatAuthFiles(this IServiceCollection services, string stateDirectory, bool allowGroupReadable = false)
    {
        // Made by a function: the container emits code for an instance that is asked for twice, which costs a short command more than it saves.
        services.TryAddSingleton(_ => new StateDirectory(stateDirectory));
        services.TryAddSingleton(new FileStoreOptions { AllowGroupReadable = allowGroupReadable });
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ICredentialStore, CredentialFileStore>();
        services.TryAddSingleton<EnvironmentKeys>();
        services.TryAddSingleton<IEnvironmentKeys>(provider => provider.GetRequiredService<EnvironmentKeys>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, LoginShellStart>());
        services.TryAddSingleton<IButtonKeys, ButtonKeyFile>();
        services.TryAddSingleton<IListingCache, ListingFile>();
        services.TryAddSingleton(_ => RefreshDirectory.Of(Environment.GetEnvironmentVariable));
        services.TryAddSingleton<IRefreshJournal, RefreshJournal>();
        services.TryAddSingleton(provider => new InstallationKey(provider.GetRequiredService<StateDirectory>()).LoadFingerprints());
        return services;
    }
}
