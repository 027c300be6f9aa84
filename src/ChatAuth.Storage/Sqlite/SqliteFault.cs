using ChatAuth.Core.Errors;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChatAuth.Storage.Sqlite;

/// <summary>What an error of SQLite means to us.</summary>
internal static class SqliteFault
{
    /// <summary>The error of ours; null when SQLite's own says that we are wrong.</summary>
    public static ChatAuthException? Of(SqliteException fault, string path) => CodeOf(fault.SqliteErrorCode) is { } code
        ? new ChatAuthException(code, $"{path}, SQLite error {fault.SqliteExtendedErrorCode}", fault)
        : null;

    /// <summary>Whether a commit that failed so may have happened all the same: the log was written and its flush was not confirmed.</summary>
    public static bool LeavesCommitUnknown(SqliteException fault) => fault.SqliteErrorCode == raw.SQLITE_IOERR;

    private static ErrorCode? CodeOf(int primary) => primary switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => ErrorCode.DatabaseDamaged,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN
            or raw.SQLITE_PERM or raw.SQLITE_AUTH or raw.SQLITE_NOMEM or raw.SQLITE_PROTOCOL => ErrorCode.DatabaseUnavailable,
        _ => null,
    };
}
