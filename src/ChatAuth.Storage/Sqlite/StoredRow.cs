using Microsoft.Data.Sqlite;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Columns that may be null, and times, which are stored as UTC ticks.</summary>
internal static class StoredRow
{
    extension(SqliteDataReader row)
    {
        public string? TextOrNull(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public DateTimeOffset Time(int column) => new(row.GetInt64(column), TimeSpan.Zero);

        public DateTimeOffset? TimeOrNull(int column) => row.IsDBNull(column) ? null : row.Time(column);
    }
}
