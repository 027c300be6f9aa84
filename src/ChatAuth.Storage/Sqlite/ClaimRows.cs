using System.Security.Cryptography;
using ChatAuth.Core.Access;

namespace ChatAuth.Storage.Sqlite;

/// <summary>The open claim code, as a hash, and the wrong tries of each person on each day (UTC). A spent code is gone.</summary>
internal static class ClaimRows
{
    private const int TriesADay = 5;

    public static int Save(PreparedConnection connection, byte[] hash, DateTimeOffset expires)
    {
        DeleteAll(connection);
        return connection.Execute("INSERT INTO claims (hash, expires) VALUES (?1, ?2)", hash, expires.UtcTicks);
    }

    public static int Void(PreparedConnection connection, byte[] hash) =>
        IsOpen(connection, hash, DateTimeOffset.MinValue) ? DeleteAll(connection) : 0;

    private static int DeleteAll(PreparedConnection connection) => connection.Execute("DELETE FROM claims");

    public static ClaimOutcome Try(PreparedConnection connection, Person person, byte[] hash, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime).DayNumber;
        var tries = connection.Number("SELECT count FROM claim_tries WHERE day = ?1 AND person = ?2", today, person.ToString());
        if (tries >= TriesADay) return ClaimOutcome.TriesUsedUp;
        if (!IsOpen(connection, hash, now))
        {
            connection.Execute("DELETE FROM claim_tries WHERE day < ?1", today);
            connection.Execute(
                "INSERT INTO claim_tries (day, person, count) VALUES (?1, ?2, 1) ON CONFLICT DO UPDATE SET count = count + 1",
                today, person.ToString());
            return ClaimOutcome.Wrong;
        }
        DeleteAll(connection);
        GrantRows.SaveOwner(connection, person, owner: true);
        return ClaimOutcome.Claimed;
    }

    /// <summary>Every open code is compared whole, so that the time taken tells nothing about any of them.</summary>
    private static bool IsOpen(PreparedConnection connection, byte[] hash, DateTimeOffset now) => connection
        .List("SELECT hash FROM claims WHERE expires > ?1", row => row.GetFieldValue<byte[]>(0), now.UtcTicks)
        .Aggregate(false, (found, open) => found | CryptographicOperations.FixedTimeEquals(open, hash));
}
