using ChatAuth.Core.Access;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Storage.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Registers the session database.</summary>
public static class SqliteServiceCollectionExtensions
{
    /// <summary>
    /// Keeps conversations, health and grants in one SQLite file, where no other store is registered yet. It is opened at the first use
    /// and created at the first change, readable by its owner only.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="databasePath">The file, on a local disk; its directory must exist, unless it is that of a registered <see cref="StateDirectory"/>.</param>
    public static IServiceCollection AddChatAuthSqlite(this IServiceCollection services, string databasePath)
    {
        ArgumentException.ThrowIfNullOrEmpty(databasePath);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new SqliteDatabase(databasePath) { PrepareDirectory = () => Prepare(provider.GetService<StateDirectory>()) });
        services.TryAddSingleton<ISessionStore, SqliteSessionStore>();
        services.TryAddSingleton<IHealthStore, SqliteHealthStore>();
        services.TryAddSingleton<IAccessStore, SqliteAccessStore>();
        return services;
    }

    /// <summary>Owners and grants are in it: where others could put another file in its place, it is not opened.</summary>
    private static void Prepare(StateDirectory? state) => state?.Create(state.Location);
}
