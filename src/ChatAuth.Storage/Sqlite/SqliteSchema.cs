using ChatAuth.Core.Errors;

namespace ChatAuth.Storage.Sqlite;

/// <summary>The tables, how a file is recognised as ours, and how an older one becomes today's.</summary>
/// <remarks>Times are UTC ticks, enumerations their names in kebab case, conversations and people their canonical texts.</remarks>
internal static partial class SqliteSchema
{
    /// <summary>"CADB": a database that does not carry it is somebody else's.</summary>
    private const long ApplicationId = 0x43414442;

    /// <summary>Today's version.</summary>
    public static int Current => Versions.Length;

    /// <summary>Whether tables are missing, all or those of later versions; a database that we could not use is refused before anything is written.</summary>
    /// <exception cref="ChatAuthException">It is not ours, or a newer version's.</exception>
    public static bool IsBehind(PreparedConnection connection)
    {
        // In one transaction: another process may be creating it just now.
        connection.ExecuteOnce("BEGIN");
        var version = VersionOf(connection);
        connection.ExecuteOnce("COMMIT");
        return version < Current;
    }

    /// <summary>Adds what is missing in one transaction, unless another process was quicker.</summary>
    /// <exception cref="ChatAuthException">It is not ours, or a newer version's.</exception>
    public static void Update(PreparedConnection connection)
    {
        connection.ExecuteOnce("BEGIN IMMEDIATE");
        for (var version = VersionOf(connection); version < Current; version++) connection.ExecuteOnce(Versions[version]);
        connection.ExecuteOnce($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Current}");
        connection.ExecuteOnce("COMMIT");
    }

    /// <summary>0 for an empty database.</summary>
    private static long VersionOf(PreparedConnection connection)
    {
        var application = connection.Number("SELECT application_id FROM pragma_application_id");
        var version = connection.Number("SELECT user_version FROM pragma_user_version");
        if (application == 0 && version == 0 && connection.Number("SELECT count(*) FROM sqlite_schema") == 0) return 0;
        if (application != ApplicationId) throw new ChatAuthException(ErrorCode.DatabaseDamaged, "it is another program's database");
        if (version < 1) throw new ChatAuthException(ErrorCode.DatabaseDamaged, $"there is no schema {version}");
        return version <= Current
            ? version
            : throw new ChatAuthException(ErrorCode.DatabaseNewer, $"schema {version}, known is {Current}");
    }
}
