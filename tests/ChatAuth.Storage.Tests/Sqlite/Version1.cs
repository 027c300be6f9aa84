namespace ChatAuth.Storage.Tests.Sqlite;

/// <summary>A database as the first version left it: its tables word by word, and an owner in them.</summary>
internal static class Version1
{
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

        INSERT INTO owners (person) VALUES ('telegram:1');
        PRAGMA application_id = 0x43414442;
        PRAGMA user_version = 1;
        """;

    public static void Create(TemporaryDatabase files) => files.Execute($"PRAGMA journal_mode = WAL; BEGIN; {Tables} COMMIT;");
}
