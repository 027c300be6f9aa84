using ChatAuth.Core.Sessions;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Old ids of conversations that got a new one. A target is never itself an alias, so one look-up is enough.</summary>
internal static class AliasRows
{
    /// <summary>The conversation, or the thread of one, that a key means now.</summary>
    public static SessionKey Resolve(PreparedConnection connection, SessionKey key) =>
        connection.Text("SELECT target FROM aliases WHERE source = ?1", (key with { Thread = null }).ToString()) is { } target
            ? StoredText.Session(target) with { Thread = key.Thread }
            : key;

    /// <summary>The further ids of the conversation, or of the thread of one, that a key means.</summary>
    public static List<SessionKey> ListOthers(PreparedConnection connection, SessionKey key)
    {
        var present = Resolve(connection, key);
        var others = connection.List(
            "SELECT source FROM aliases WHERE target = ?1",
            row => StoredText.Session(row.GetString(0)) with { Thread = key.Thread },
            (present with { Thread = null }).ToString());
        others.Remove(key);
        if (present != key) others.Add(present);
        return others;
    }

    /// <summary>Makes a conversation, and every alias of it, an alias of another.</summary>
    public static void Add(PreparedConnection connection, SessionKey source, SessionKey target)
    {
        connection.Execute("UPDATE aliases SET target = ?2 WHERE target = ?1", source.ToString(), target.ToString());
        connection.Execute("INSERT INTO aliases (source, target) VALUES (?1, ?2)", source.ToString(), target.ToString());
    }
}
