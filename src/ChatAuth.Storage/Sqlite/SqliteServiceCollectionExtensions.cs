using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Registers the session database.</summary>
public static class SqliteServiceCollectionExtensions
{
    /// <summary>
    /// Keeps conversations, health, grants, deliveries, leases and spent refresh tokens in one SQLite file, where no other store is registered yet. It is opened at
    /// the first use and created at the first change, readable by its owner only; a file of an older version is brought up to date when opened.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="databasePath">The file, on a local disk; a missing directory is made for its owner alone.</param>
    public static IServiceCollection AddChatAuthSqlite(this IServiceCollection services, string databasePath)
    {
        ArgumentException.ThrowIfNullOrEmpty(databasePath);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new SqliteDatabase(databasePath));
        services.TryAddSingleton<ISessionStore, SqliteSessionStore>();
        services.TryAddSingleton<IHealthStore, SqliteHealthStore>();
        services.TryAddSingleton<IAccessStore, SqliteAccessStore>();
        services.TryAddSingleton<IDeliveryLedger, SqliteDeliveryLedger>();
        services.TryAddSingleton<ILeaseStore, SqliteLeaseStore>();
        services.TryAddSingleton<ISpentTokens, SqliteSpentTokens>();
        services.TryAddSingleton<INoticeLedger, SqliteNoticeLedger>();
        return services;
    }
}
