using ChatAuth.Core.Diagnostics;
using ChatAuth.Storage.Files;
using ChatAuth.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Storage.Diagnostics;

/// <summary>Registers what the doctor looks at on the disk.</summary>
public static class CheckServiceCollectionExtensions
{
    /// <summary>Adds the checks of files and modes, beside <c>AddChatAuthFiles</c>. They need no valid configuration, and can mend what they find.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddChatAuthStateChecks(this IServiceCollection services)
    {
        services.AddSingleton<ICheck>(provider => new StateDirectoryCheck(provider.GetRequiredService<StateDirectory>(), FileSystemKind.Of));
        services.AddSingleton<ICheck, FileModesCheck>();
        services.AddSingleton<ICheck, TemporaryFilesCheck>();
        return services;
    }

    /// <summary>Adds the checks of the stores, beside <c>AddChatAuthFiles</c> and <c>AddChatAuthSqlite</c>.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddChatAuthStoreChecks(this IServiceCollection services)
    {
        services.AddSingleton<StoreProof>();
        services.AddSingleton<ICheck, CredentialStoreCheck>();
        services.AddSingleton<ICheck>(provider => new SessionDatabaseCheck(
            provider.GetRequiredService<SqliteDatabase>(), provider.GetRequiredService<StateDirectory>().Database));
        services.AddSingleton<ICheck, ClockCheck>();
        return services;
    }
}
