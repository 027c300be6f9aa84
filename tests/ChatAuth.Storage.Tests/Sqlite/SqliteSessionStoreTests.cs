using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Contracts;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
public sealed partial class SqliteSessionStoreTests : SessionStoreContract
{
    private TemporaryDatabase _files = null!;

    [TearDown]
    public void DeleteDatabase() => _files.Dispose();

    [Test]
    public async Task Acknowledged_change_is_there_after_a_restart()
    {
        await Pin(Group, "1", "work");

        var reopened = new SqliteSessionStore(_files.Open(), Clock);

        Assert.That((await reopened.LoadAsync(Group, new ChangeCause("1"), default)).Applied, Is.Not.Null);
    }

    [Test]
    public async Task Commit_whose_answer_was_lost_is_recognised_and_not_applied_twice()
    {
        var store = Losing(committed: true, times: 1);

        var applied = await Pin(store, Group, "1", "work");

        Assert.That(applied, Is.False, "The second decision saw what the first had done");
        Assert.That((await Load(Group)).Session.Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Commit_that_failed_is_done_once_more()
    {
        var store = Losing(committed: false, times: 1);

        var applied = await Pin(store, Group, "1", "work");

        Assert.That(applied, Is.True);
        Assert.That((await Load(Group)).Session.Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Commit_that_fails_twice_is_an_unavailable_database()
    {
        var store = Losing(committed: false, times: 2);

        Assert.That(
            () => Pin(store, Group, "1", "work"),
            Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(ErrorCode.DatabaseUnavailable));
        Assert.That((await Load(Group)).Session.Version, Is.Zero);
    }

    [Test]
    public async Task Row_that_nobody_can_read_is_damage()
    {
        await Pin(Group, "1", "work");
        _files.Execute("UPDATE sessions SET state = '{\"choice\":\"torn'");

        Assert.That(
            async () => await Load(Group),
            Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(ErrorCode.DatabaseDamaged));
    }

    [Test]
    public async Task Statements_of_a_change_search_and_never_scan_what_grows()
    {
        var statements = new List<string>();
        var database = _files.Track(new SqliteDatabase(_files.Path) { Commit = Recorded });

        await Pin(new SqliteSessionStore(database, Clock), Topic, "1", "work");

        var scans = statements.SelectMany(Plan).Where(step => step.StartsWith("SCAN", StringComparison.Ordinal) || step.Contains("TEMP B-TREE"));

        Assert.That(statements, Has.Count.GreaterThan(8));
        Assert.That(scans, Is.EquivalentTo((string[])["SCAN owners", "SCAN rules"]), "Grants are few, and all of them are needed");

        void Recorded(PreparedConnection connection)
        {
            string[] ofOpening = ["BEGIN", "pragma", "sqlite_schema"];
            statements.AddRange(connection.Statements.Where(sql => !ofOpening.Any(word => sql.Contains(word, StringComparison.OrdinalIgnoreCase))));
            connection.Execute("COMMIT");
        }
    }

    [Test]
    public async Task Due_conversations_are_listed_through_all_portions_once_each()
    {
        await Pin(Group, "1", "work");
        _files.Execute("""
            INSERT INTO sessions (key, version, state, due, updated_at)
            SELECT 'terminal:local:' || value, 1, '{}', 1 + value / 700, 0 FROM (WITH RECURSIVE numbers(value) AS (VALUES (1) UNION ALL SELECT value + 1 FROM numbers WHERE value < 2500) SELECT value FROM numbers)
            """);

        var due = await Sessions.ListDueAsync(Clock.GetUtcNow(), default).ToListAsync();

        Assert.That(due.Distinct().Count(), Is.EqualTo(2500));
        Assert.That(due, Has.Count.EqualTo(2500));
    }

    [Test]
    public async Task Portion_of_what_is_due_is_found_by_its_index()
    {
        await Pin(Group, "1", "work");

        var plan = Plan("SELECT key, due, id FROM sessions WHERE due <= ?1 AND (due, id) > (?2, ?3) ORDER BY due, id LIMIT ?4");

        Assert.That(plan, Is.EqualTo((string[])["SEARCH sessions USING INDEX sessions_due (due>? AND due<?)"]));
    }

    [Test]
    public async Task Probes_of_a_person_are_found_by_their_index()
    {
        await Pin(Group, "1", "work");

        var plan = Plan("SELECT started_at FROM attempts WHERE purpose = 'probe' AND person = ?1 AND started_at > ?2 AND started_at < ?3 ORDER BY started_at DESC LIMIT ?4");

        Assert.That(plan, Is.EqualTo((string[])["SEARCH attempts USING COVERING INDEX attempts_probes (person=? AND started_at>? AND started_at<?)"]));
    }

    protected override (ISessionStore Sessions, IAccessStore Access) Create(TimeProvider clock)
    {
        _files = new TemporaryDatabase();
        var database = _files.Open();
        return (new SqliteSessionStore(database, clock), new SqliteAccessStore(database));
    }

    /// <summary>A store whose commits end in a disk error, after or before they happened.</summary>
    private SqliteSessionStore Losing(bool committed, int times) => new(
        _files.Track(new SqliteDatabase(_files.Path)
        {
            Commit = connection =>
            {
                if (committed || times == 0) connection.Execute("COMMIT");
                if (times-- > 0) throw new SqliteException("fake", raw.SQLITE_IOERR);
            },
        }),
        Clock);

    private List<string> Plan(string sql)
    {
        using var connection = _files.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        for (var i = 1; sql.Contains($"?{i}", StringComparison.Ordinal); i++) command.Parameters.AddWithValue($"?{i}", DBNull.Value);
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read()) steps.Add(reader.GetString(3));
        return steps;
    }
}
