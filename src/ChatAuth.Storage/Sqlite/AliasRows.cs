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

    /// <summary>Makes a conversation, and every alias of it, an alias of another.</summary>
    public static void Add(PreparedConnection connection, SessionKey source, SessionKey target)
    {
        connection.Execute("UPDATE aliases SET target = ?2 WHERE target = ?1", source.ToString(), target.ToString());
        connection.Execute("INSERT INTO aliases (source, target) VALUES (?1, ?2)", source.ToString(), target.ToString());
    }
}
