using ChatAuth.Core.Sessions;
using Microsoft.Data.Sqlite;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Conversations, one row each.</summary>
internal static class SessionRows
{
    public static Session? Find(PreparedConnection connection, SessionKey key) => connection.Find(
        "SELECT key, version, state, updated_at FROM sessions WHERE key = ?1", Read, key.ToString());

    public static Session Load(PreparedConnection connection, SessionKey key) => Find(connection, key) ?? Session.New(key);

    public static List<Session> List(PreparedConnection connection, int count) => connection.List(
        "SELECT key, version, state, updated_at FROM sessions ORDER BY updated_at DESC LIMIT ?1", Read, count);

    /// <summary>What is due next, after the last of the portion before.</summary>
    public static List<(SessionKey Key, long Due, long Id)> ListDue(PreparedConnection connection, DateTimeOffset by, (long Due, long Id) after, int count) =>
        connection.List(
            "SELECT key, due, id FROM sessions WHERE due <= ?1 AND (due, id) > (?2, ?3) ORDER BY due, id LIMIT ?4",
            row => (StoredText.Session(row.GetString(0)), row.GetInt64(1), row.GetInt64(2)),
            by.UtcTicks, after.Due, after.Id, count);

    /// <summary>The keys of a conversation and of its threads. A colon ends a part of a key and stands in none; a semicolon is the next character.</summary>
    public static List<SessionKey> ListFamily(PreparedConnection connection, SessionKey conversation) => connection.List(
        "SELECT key FROM sessions WHERE key = ?1 UNION ALL SELECT key FROM sessions WHERE key > ?1 || ':' AND key < ?1 || ';'",
        row => StoredText.Session(row.GetString(0)),
        conversation.ToString());

    /// <summary>Saves the state as the next version after the one that was read.</summary>
    public static void Save(PreparedConnection connection, Session read, SessionState next, DateTimeOffset now)
    {
        var due = next.Follows ? null : next.Choice.NextEnd?.UtcTicks;
        var saved = read.Version == 0
            ? connection.Execute(
                "INSERT INTO sessions (key, version, state, due, updated_at) VALUES (?1, 1, ?2, ?3, ?4)",
                read.Key.ToString(), SessionStateJson.Write(next), due, now.UtcTicks)
            : connection.Execute(
                "UPDATE sessions SET version = version + 1, state = ?3, due = ?4, updated_at = ?5 WHERE key = ?1 AND version = ?2",
                read.Key.ToString(), read.Version, SessionStateJson.Write(next), due, now.UtcTicks);
        if (saved != 1) throw new InvalidOperationException("Another writer came into this transaction.");
    }

    public static bool Delete(PreparedConnection connection, SessionKey key) =>
        connection.Execute("DELETE FROM sessions WHERE key = ?1", key.ToString()) > 0;

    /// <summary>Makes a row that of another conversation, at that version.</summary>
    public static void Rename(PreparedConnection connection, SessionKey from, SessionKey to, long version) => connection.Execute(
        "UPDATE sessions SET key = ?2, version = ?3 WHERE key = ?1", from.ToString(), to.ToString(), version);

    private static Session Read(SqliteDataReader row) =>
        new(StoredText.Session(row.GetString(0)), row.GetInt64(1), SessionStateJson.Read(row.GetString(2)), row.Time(3));
}
