using ChatAuth.Core.Errors;

namespace ChatAuth.Storage.Sqlite;

/// <summary>The tables, and how a file is recognised as ours.</summary>
/// <remarks>Times are UTC ticks, enumerations their names in kebab case, conversations and people their canonical texts.</remarks>
internal static class SqliteSchema
{
    /// <summary>"CADB": a database that does not carry it is somebody else's.</summary>
    private const long ApplicationId = 0x43414442;
    private const long Version = 1;

    private const string Tables = """
        CREATE TABLE sessions (
          id INTEGER PRIMARY KEY,
          key TEXT NOT NULL UNIQUE,
          version INTEGER NOT NULL,
          state TEXT NOT NULL,
          due INTEGER,
          updated_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX sessions_due ON sessions (due) WHERE due IS NOT NULL;
        CREATE INDEX sessions_updated ON sessions (updated_at);

        CREATE TABLE history (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          session TEXT NOT NULL,
          at INTEGER NOT NULL,
          event TEXT NOT NULL,
          person TEXT,
          cause TEXT UNIQUE,
          before TEXT NOT NULL,
          after TEXT NOT NULL,
          undoes INTEGER REFERENCES history (id) DEFERRABLE INITIALLY DEFERRED
        ) STRICT;
        CREATE INDEX history_session ON history (session);
        CREATE INDEX history_undoes ON history (undoes) WHERE undoes IS NOT NULL;

        CREATE TABLE attempts (
          id INTEGER PRIMARY KEY,
          session TEXT NOT NULL,
          cause TEXT NOT NULL,
          number INTEGER NOT NULL,
          person TEXT NOT NULL,
          purpose TEXT NOT NULL,
          model TEXT NOT NULL,
          profile TEXT NOT NULL,
          payer TEXT NOT NULL,
          billing TEXT NOT NULL,
          session_version INTEGER NOT NULL,
          started_at INTEGER NOT NULL,
          outcome TEXT NOT NULL,
          ended_at INTEGER,
          UNIQUE (cause, number)
        ) STRICT;
        CREATE INDEX attempts_session ON attempts (session);
        CREATE INDEX attempts_receipt ON attempts (session) WHERE purpose = 'message' AND outcome = 'answered';

        CREATE TABLE aliases (
          source TEXT PRIMARY KEY,
          target TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX aliases_target ON aliases (target);

        CREATE TABLE owners (
          person TEXT PRIMARY KEY
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE rules (
          id TEXT NOT NULL,
          denies INTEGER NOT NULL,
          rights INTEGER NOT NULL,
          person TEXT,
          role INTEGER,
          conversation TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX rules_place ON rules (conversation, ifnull(person, ''), ifnull(role, 0), denies);

        CREATE TABLE claims (
          hash BLOB NOT NULL,
          expires INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE claim_tries (
          day INTEGER NOT NULL,
          person TEXT NOT NULL,
          count INTEGER NOT NULL,
          PRIMARY KEY (day, person)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE health (
          agent TEXT NOT NULL,
          profile TEXT NOT NULL,
          payer TEXT NOT NULL,
          revision TEXT NOT NULL,
          last_used INTEGER,
          last_failure INTEGER,
          errors INTEGER NOT NULL,
          billing_errors INTEGER NOT NULL,
          reason TEXT,
          cooldown_until INTEGER,
          disabled_until INTEGER,
          end_is_vendors INTEGER NOT NULL,
          PRIMARY KEY (agent, profile, payer, revision)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Whether the database is still empty; one that we could not use is refused before anything is written.</summary>
    /// <exception cref="ChatAuthException">It is not ours, or a newer version's.</exception>
    public static bool IsMissing(PreparedConnection connection)
    {
        var application = connection.Number("SELECT application_id FROM pragma_application_id");
        var version = connection.Number("SELECT user_version FROM pragma_user_version");
        if (application == 0 && version == 0 && connection.Number("SELECT count(*) FROM sqlite_schema") == 0) return true;
        if (application != ApplicationId) throw new ChatAuthException(ErrorCode.DatabaseDamaged, "it is another program's database");
        if (version > Version) throw new ChatAuthException(ErrorCode.DatabaseNewer, $"schema {version}, known is {Version}");
        return false;
    }

    /// <summary>Creates the tables, unless another process was quicker.</summary>
    public static void Create(PreparedConnection connection)
    {
        connection.ExecuteOnce("BEGIN IMMEDIATE");
        if (IsMissing(connection))
        {
            connection.ExecuteOnce(Tables);
            connection.ExecuteOnce($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}");
        }
        connection.ExecuteOnce("COMMIT");
    }
}
