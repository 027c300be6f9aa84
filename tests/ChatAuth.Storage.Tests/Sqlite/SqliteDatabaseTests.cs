using ChatAuth.Core.Errors;
using ChatAuth.Storage.Sqlite;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteDatabaseTests
{
    private TemporaryDatabase _files = null!;

    [SetUp]
    public void CreateDirectory() => _files = new TemporaryDatabase();

    [TearDown]
    public void DeleteDatabase() => _files.Dispose();

    [Test]
    public void Reading_where_there_is_no_database_creates_nothing()
    {
        var owners = _files.Open().Read(GrantRows.Load).Owners;

        Assert.That(owners, Is.Empty);
        Assert.That(Directory.GetFileSystemEntries(Path.GetDirectoryName(_files.Path)!), Is.Empty);
    }

    [Test]
    public async Task Database_created_by_many_at_once_is_one()
    {
        var instances = Enumerable.Range(0, 8).Select(_ => _files.Open()).ToList();

        await Task.WhenAll(instances.Select((database, i) => Task.Run(() => Add(database, i + 1))));

        Assert.That(_files.Open().Read(GrantRows.Load).Owners, Has.Count.EqualTo(8));
    }

    [Test]
    public async Task Settings_that_make_a_commit_durable_are_on()
    {
        var settings = await _files.Open().WriteAsync(
            connection => (
                connection.Text("PRAGMA journal_mode"), connection.Number("PRAGMA synchronous"), connection.Number("PRAGMA fullfsync"),
                connection.Number("PRAGMA busy_timeout"), connection.Number("PRAGMA foreign_keys")),
            default);

        Assert.That(settings, Is.EqualTo(("wal", 2L, 1L, 30_000L, 1L)));
    }

    [Test]
    public async Task Tables_are_strict()
    {
        var lax = await _files.Open().WriteAsync(
            connection => connection.Number("SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'"), default);

        Assert.That(lax, Is.Zero);
    }

    [Test]
    public async Task Database_of_a_newer_version_is_refused_and_kept()
    {
        await Add(_files.Open(), 1);
        _files.Execute("PRAGMA user_version = 2");

        AssertRefused(ErrorCode.DatabaseNewer);

        _files.Execute("PRAGMA user_version = 1");
        Assert.That(_files.Open().Read(GrantRows.Load).Owners, Has.Count.EqualTo(1));
    }

    [Test]
    public void File_that_is_no_database_is_refused_and_kept()
    {
        var text = new string('x', 5000);
        File.WriteAllText(_files.Path, text);

        AssertRefused(ErrorCode.DatabaseDamaged);

        Assert.That(File.ReadAllText(_files.Path), Is.EqualTo(text));
    }

    [Test]
    public void Database_of_another_program_is_refused_and_kept()
    {
        _files.Execute("CREATE TABLE theirs (id INTEGER)");
        var before = File.ReadAllBytes(_files.Path);

        AssertRefused(ErrorCode.DatabaseDamaged);

        Assert.That(File.ReadAllBytes(_files.Path), Is.EqualTo(before));
    }

    [Test]
    public async Task Torn_page_is_damage()
    {
        var database = _files.Open();
        await Add(database, 1);
        database.Dispose();
        Tear(_files.Path);

        Assert.That(
            () => _files.Open().Read(connection => SessionRows.List(connection, 1) is var _ && GrantRows.Load(connection) is var _),
            Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(ErrorCode.DatabaseDamaged));
    }

    [Test]
    public async Task Database_locked_for_longer_than_the_patience_is_unavailable()
    {
        await Add(_files.Open(), 1);
        using var other = _files.Connect();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        var impatient = _files.Track(new SqliteDatabase(_files.Path) { Patience = TimeSpan.FromMilliseconds(1) });

        Assert.That(() => Add(impatient, 2), Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(ErrorCode.DatabaseUnavailable));

        command.CommandText = "ROLLBACK";
        command.ExecuteNonQuery();
        await Add(impatient, 2);
        Assert.That(impatient.Read(GrantRows.Load).Owners, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Full_database_is_unavailable_and_as_it_was()
    {
        var database = _files.Track(new SqliteDatabase(_files.Path)
        {
            Commit = connection => connection.ExecuteOnce("PRAGMA max_page_count = 1; COMMIT"),
        });
        await Add(database, 1);

        Assert.That(
            () => database.WriteAsync(connection => connection.Execute("INSERT INTO claims VALUES (zeroblob(100000), 0)"), default),
            Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(ErrorCode.DatabaseUnavailable));

        Assert.That(database.Read(GrantRows.Load).Owners, Has.Count.EqualTo(1));
        await Add(database, 2);
    }

    [Test]
    public void Missing_directory_is_unavailable_and_not_created()
    {
        var database = _files.Track(new SqliteDatabase(Path.Combine(Path.GetDirectoryName(_files.Path)!, "absent", "chatauth.db")));

        Assert.That(() => Add(database, 1), Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(ErrorCode.DatabaseUnavailable));
    }

    private void AssertRefused(ErrorCode code)
    {
        var database = _files.Open();
        Assert.That(() => database.Read(GrantRows.Load), Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(code));
        Assert.That(() => Add(database, 1), Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(code));
    }

    private static Task Add(SqliteDatabase database, int person) =>
        database.WriteAsync(connection => GrantRows.SaveOwner(connection, new("telegram", person), owner: true), default);

    /// <summary>Overwrites all pages but the first, which holds the schema.</summary>
    private static void Tear(string path)
    {
        using var file = new FileStream(path, FileMode.Open);
        file.Position = 4096;
        file.Write([.. Enumerable.Repeat((byte)0xEE, (int)(file.Length - file.Position))]);
    }
}
