using ChatAuth.Core.Sessions;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Makes a new id the same conversation, its threads, history, attempts and rules included.</summary>
internal static class SessionMove
{
    private const string Rekey = """
        SET session = ?2 || substr(session, length(?1) + 1)
        WHERE session = ?1 OR (session > ?1 || ':' AND session < ?1 || ';')
        """;

    public static MoveOutcome Apply(PreparedConnection connection, SessionKey from, SessionKey to)
    {
        var source = AliasRows.Resolve(connection, from);
        var target = AliasRows.Resolve(connection, to);
        if (source == target) return MoveOutcome.AlreadyMoved;
        AliasRows.Add(connection, source, target);
        var outcome = MoveOutcome.Moved;
        foreach (var key in SessionRows.ListFamily(connection, source))
        {
            if (Merge(connection, key, target with { Thread = key.Thread })) outcome = MoveOutcome.KeptOwnChoice;
        }
        connection.Execute("UPDATE history " + Rekey, source.ToString(), target.ToString());
        connection.Execute("UPDATE attempts " + Rekey, source.ToString(), target.ToString());
        GrantRows.Move(connection, source, target);
        return outcome;
    }

    /// <summary>What people already chose under the new id stays; anything else there gives way. True when they had chosen under both.</summary>
    private static bool Merge(PreparedConnection connection, SessionKey from, SessionKey to)
    {
        var moved = SessionRows.Load(connection, from);
        var own = SessionRows.Load(connection, to);
        if (!own.State.Follows)
        {
            SessionRows.Delete(connection, from);
            return !moved.State.Follows;
        }
        SessionRows.Delete(connection, to);
        SessionRows.Rename(connection, from, to, own.Version == 0 ? moved.Version : Math.Max(moved.Version, own.Version) + 1);
        return false;
    }
}
