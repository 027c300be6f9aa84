using ChatAuth.Core.Access;
using ChatAuth.Core.Sessions;
using Microsoft.Data.Sqlite;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Owners and the rules that were granted at run time.</summary>
internal static class GrantRows
{
    public static Grants Load(PreparedConnection connection) => new(
        connection.List("SELECT person FROM owners", row => StoredText.Person(row.GetString(0))).ToHashSet(),
        connection.List("SELECT id, denies, rights, person, role, conversation FROM rules ORDER BY rowid", Read));

    public static bool SaveOwner(PreparedConnection connection, Person person, bool owner) => connection.Execute(
        owner ? "INSERT OR IGNORE INTO owners (person) VALUES (?1)" : "DELETE FROM owners WHERE person = ?1", person.ToString()) > 0;

    public static void SaveRule(PreparedConnection connection, AccessRule rule) => connection.Execute(
        "INSERT OR REPLACE INTO rules (id, denies, rights, person, role, conversation) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        rule.Id, rule.Denies, (long)rule.Rights, rule.Person?.ToString(), rule.Role, rule.Conversation.ToString());

    public static int DeleteRules(PreparedConnection connection, Person person, ConversationPattern? conversation) => connection.Execute(
        "DELETE FROM rules WHERE person = ?1 AND (?2 IS NULL OR conversation = ?2)", person.ToString(), conversation?.ToString());

    /// <summary>Makes the rules for a conversation and its threads those of another; where both have one of the same people, its rights add up.</summary>
    public static void Move(PreparedConnection connection, SessionKey from, SessionKey to)
    {
        connection.Execute(
            """
            INSERT INTO rules (id, denies, rights, person, role, conversation)
            SELECT id, denies, rights, person, role, ?2 || substr(conversation, length(?1) + 1) FROM rules
            WHERE conversation = ?1 OR (conversation > ?1 || ':' AND conversation < ?1 || ';')
            ON CONFLICT (conversation, ifnull(person, ''), ifnull(role, 0), denies) DO UPDATE SET rights = rights | excluded.rights
            """,
            from.ToString(), to.ToString());
        connection.Execute(
            "DELETE FROM rules WHERE conversation = ?1 OR (conversation > ?1 || ':' AND conversation < ?1 || ';')", from.ToString());
    }

    private static AccessRule Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetBoolean(1), (Rights)row.GetInt32(2),
        row.TextOrNull(3) is { } person ? StoredText.Person(person) : null,
        row.IsDBNull(4) ? null : row.GetInt64(4),
        StoredText.Conversation(row.GetString(5)));
}
