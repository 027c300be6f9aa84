namespace ChatAuth.Storage.Sqlite;

internal static partial class SqliteSchema
{
    /// <summary>What each version adds to the one before it. None of them changes any more once it was released.</summary>
    private static readonly string[] Versions = [Version1, Version2, Version3, Version4, Version5];

    private const string Version1 = """
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

    private const string Version2 = """
        CREATE TABLE deliveries (
          source TEXT NOT NULL,
          id INTEGER NOT NULL,
          at INTEGER NOT NULL,
          PRIMARY KEY (source, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX deliveries_at ON deliveries (at);

        CREATE TABLE leases (
          name TEXT PRIMARY KEY,
          holder TEXT NOT NULL,
          ends INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """;

    private const string Version3 = """
        CREATE TABLE notices (
          subject TEXT NOT NULL,
          stage TEXT NOT NULL,
          at INTEGER NOT NULL,
          PRIMARY KEY (subject, stage)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX notices_at ON notices (at);
        """;

    private const string Version4 = """
        CREATE TABLE spent_tokens (
          token TEXT PRIMARY KEY,
          at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """;

    private const string Version5 = """
        CREATE INDEX attempts_probes ON attempts (person, started_at) WHERE purpose = 'probe';
        """;
}
