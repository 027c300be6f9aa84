using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;
using Microsoft.Data.Sqlite;

namespace ChatAuth.Storage.Sqlite;

/// <summary>The health of credentials in the session database.</summary>
internal sealed class SqliteHealthStore(SqliteDatabase database) : IHealthStore
{
    private const string Select = """
        SELECT profile, payer, revision,
               last_used, last_failure, errors, billing_errors, reason, cooldown_until, disabled_until, end_is_vendors
        FROM health WHERE agent = ?1
        """;

    /// <summary>Longer than any rest lasts, so that what is forgotten had nothing left to say.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public ValueTask<IReadOnlyDictionary<HealthKey, ProfileHealth>> LoadAsync(AgentId agent, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Every command that looks at credentials comes here, and where nothing was written it need not load SQLite.
        if (!database.Exists) return new(new Dictionary<HealthKey, ProfileHealth>());
        return new(database.Read(connection => connection.List(Select, row => Read(agent, row), agent.Name).ToDictionary()));
    }

    public Task UpdateAsync(
        HealthKey key, ProfileHealth seed, Func<ProfileHealth, ProfileHealth> change, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => Save(connection, key, change(Find(connection, key) ?? seed)), cancellationToken);

    private static void Save(PreparedConnection connection, HealthKey key, ProfileHealth health)
    {
        Replace(connection, key, health);
        var latest = health.LastUsed > health.LastFailure || health.LastFailure is null ? health.LastUsed : health.LastFailure;
        if (latest is { } now) DeleteOld(connection, key, now - Kept);
    }

    private static ProfileHealth? Find(PreparedConnection connection, HealthKey key) => connection.Find(
        Select + " AND profile = ?2 AND payer = ?3 AND revision = ?4", row => Read(key.Agent, row).Value,
        key.Agent.Name, key.Profile.ToString(), key.Payer.Text, key.Revision);

    private static int Replace(PreparedConnection connection, HealthKey key, ProfileHealth health) => connection.Execute(
        """
        INSERT OR REPLACE INTO health
        (agent, profile, payer, revision,
         last_used, last_failure, errors, billing_errors, reason, cooldown_until, disabled_until, end_is_vendors)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """,
        key.Agent.Name, key.Profile.ToString(), key.Payer.Text, key.Revision,
        health.LastUsed?.UtcTicks, health.LastFailure?.UtcTicks, health.Errors, health.BillingErrors,
        health.Reason is { } reason ? StoredName.Of(reason) : null,
        health.CooldownUntil?.UtcTicks, health.DisabledUntil?.UtcTicks, health.EndIsVendors);

    /// <summary>Forgets the credentials that this profile had before, once nothing was heard of them for long.</summary>
    private static int DeleteOld(PreparedConnection connection, HealthKey key, DateTimeOffset before) => connection.Execute(
        """
        DELETE FROM health
        WHERE agent = ?1 AND profile = ?2 AND (payer <> ?3 OR revision <> ?4)
          AND (last_used IS NULL OR last_used < ?5) AND (last_failure IS NULL OR last_failure < ?5)
        """,
        key.Agent.Name, key.Profile.ToString(), key.Payer.Text, key.Revision, before.UtcTicks);

    private static KeyValuePair<HealthKey, ProfileHealth> Read(AgentId agent, SqliteDataReader row) => new(
        new HealthKey(agent, StoredText.Profile(row.GetString(0)), new Payer(row.GetString(1)), row.GetString(2)),
        new ProfileHealth
        {
            LastUsed = row.TimeOrNull(3),
            LastFailure = row.TimeOrNull(4),
            Errors = row.GetInt32(5),
            BillingErrors = row.GetInt32(6),
            Reason = row.TextOrNull(7) is { } reason ? StoredName.Parse<FailureReason>(reason) : null,
            CooldownUntil = row.TimeOrNull(8),
            DisabledUntil = row.TimeOrNull(9),
            EndIsVendors = row.GetBoolean(10),
        });
}
