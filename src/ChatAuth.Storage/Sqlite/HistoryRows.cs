using ChatAuth.Core.Sessions;
using Microsoft.Data.Sqlite;

namespace ChatAuth.Storage.Sqlite;

/// <summary>The recorded changes of choices. A cause stands in it once.</summary>
internal static class HistoryRows
{
    private const string Select = "SELECT id, session, at, event, person, cause, before, after, undoes FROM history ";

    public static HistoryEntry? FindApplied(PreparedConnection connection, ChangeCause cause) =>
        connection.Find(Select + "WHERE cause = ?1", Read, cause.Text);

    public static HistoryEntry? FindUndoable(PreparedConnection connection, SessionKey key) => connection.Find(
        Select + """
        AS entry WHERE session = ?1 AND person IS NOT NULL AND undoes IS NULL AND before <> after
        AND NOT EXISTS (SELECT 1 FROM history AS undo WHERE undo.undoes = entry.id) ORDER BY id DESC LIMIT 1
        """,
        Read, key.ToString());

    public static List<HistoryEntry> List(PreparedConnection connection, SessionKey key, int count) =>
        connection.List(Select + "WHERE session = ?1 ORDER BY id DESC LIMIT ?2", Read, key.ToString(), count);

    /// <summary>The latest of every conversation, after that one.</summary>
    public static List<HistoryEntry> ListAfter(PreparedConnection connection, long after, int count) =>
        connection.List(Select + "WHERE id > ?1 ORDER BY id DESC LIMIT ?2", Read, after, count);

    public static void Insert(PreparedConnection connection, SessionKey key, HistoryEntry entry) => connection.Execute(
        "INSERT INTO history (session, at, event, person, cause, before, after, undoes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        key.ToString(), entry.At.UtcTicks, entry.Event, entry.By?.ToString(), entry.Cause?.Text,
        ChoiceJson.Write(entry.Before), ChoiceJson.Write(entry.After), entry.Undoes);

    public static void Delete(PreparedConnection connection, SessionKey key) =>
        connection.Execute("DELETE FROM history WHERE session = ?1", key.ToString());

    private static HistoryEntry Read(SqliteDataReader row) => new(
        row.GetInt64(0), StoredText.Session(row.GetString(1)), row.Time(2), row.GetString(3),
        row.TextOrNull(4) is { } person ? StoredText.Person(person) : null,
        row.TextOrNull(5) is { } cause ? new ChangeCause(cause) : null,
        ChoiceJson.Read(row.GetString(6)), ChoiceJson.Read(row.GetString(7)),
        row.IsDBNull(8) ? null : row.GetInt64(8));
}
