using ChatAuth.Core.Chat;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using Microsoft.Data.Sqlite;

namespace ChatAuth.Storage.Sqlite;

/// <summary>The requests to vendors. Cause and number name one.</summary>
internal static class AttemptRows
{
    private const string Select = """
        SELECT session, cause, number, person, purpose, model, profile, payer, billing, session_version, started_at, outcome, ended_at
        FROM attempts

        """;

    public static List<Attempt> ListOf(PreparedConnection connection, ChangeCause cause) =>
        connection.List(Select + "WHERE cause = ?1 ORDER BY number", Read, cause.Text);

    public static Attempt? FindLastReceipt(PreparedConnection connection, SessionKey key) => connection.Find(
        Select + "WHERE session = ?1 AND purpose = 'message' AND outcome = 'answered' ORDER BY id DESC LIMIT 1",
        Read, key.ToString());

    /// <summary>When they began, newest first.</summary>
    public static List<DateTimeOffset> ListProbes(PreparedConnection connection, ProbeWindow window) => connection.List(
        """
        SELECT started_at FROM attempts
        WHERE purpose = 'probe' AND person = ?1 AND started_at > ?2 AND started_at < ?3
        ORDER BY started_at DESC LIMIT ?4
        """,
        row => row.Time(0), window.By.ToString(), window.After.UtcTicks, window.Before.UtcTicks, window.Most);

    public static void Insert(PreparedConnection connection, SessionKey key, Attempt attempt) => connection.Execute(
        """
        INSERT INTO attempts
        (session, cause, number, person, purpose, model, profile, payer, billing, session_version, started_at, outcome, ended_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """,
        key.ToString(), attempt.Cause.Text, attempt.Number, attempt.By.ToString(), StoredName.Of(attempt.Purpose),
        attempt.Model.ToString(), attempt.Profile.ToString(), attempt.Payer.Text, StoredName.Of(attempt.Billing), attempt.SessionVersion,
        attempt.StartedAt.UtcTicks, StoredName.Of(attempt.Outcome), attempt.EndedAt?.UtcTicks);

    public static void Close(PreparedConnection connection, Attempt attempt) => connection.Execute(
        "UPDATE attempts SET outcome = ?3, ended_at = ?4 WHERE cause = ?1 AND number = ?2 AND outcome = 'open'",
        attempt.Cause.Text, attempt.Number, StoredName.Of(attempt.Outcome), attempt.EndedAt?.UtcTicks);

    public static void Delete(PreparedConnection connection, SessionKey key) =>
        connection.Execute("DELETE FROM attempts WHERE session = ?1", key.ToString());

    private static Attempt Read(SqliteDataReader row) => new(
        StoredText.Session(row.GetString(0)), new ChangeCause(row.GetString(1)), row.GetInt32(2), StoredText.Person(row.GetString(3)),
        StoredName.Parse<AttemptPurpose>(row.GetString(4)), StoredText.Model(row.GetString(5)), StoredText.Profile(row.GetString(6)),
        new Payer(row.GetString(7)), StoredName.Parse<BillingClass>(row.GetString(8)), row.GetInt64(9), row.Time(10),
        StoredName.Parse<AttemptOutcome>(row.GetString(11)), row.TimeOrNull(12));
}
