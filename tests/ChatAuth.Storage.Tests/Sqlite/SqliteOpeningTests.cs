using ChatAuth.Core.Errors;
using ChatAuth.Storage.Sqlite;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteOpeningTests
{
    private TemporaryDatabase _files = null!;

    [SetUp]
    public void CreateDirectory() => _files = new TemporaryDatabase();

    [TearDown]
    public void DeleteDatabase() => _files.Dispose();

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
        _files.Execute($"PRAGMA user_version = {SqliteSchema.Current + 1}");

        AssertRefused(ErrorCode.DatabaseNewer);

        _files.Execute($"PRAGMA user_version = {SqliteSchema.Current}");
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
    public async Task Missing_directory_is_made_for_its_owner_alone()
    {
        var directory = Path.Combine(Path.GetDirectoryName(_files.Path)!, "absent");
        var database = _files.Track(new SqliteDatabase(Path.Combine(directory, "chatauth.db")));

        await Add(database, 1);

        if (OperatingSystem.IsWindows()) return;
        Assert.That(File.GetUnixFileMode(directory), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    private void AssertRefused(ErrorCode code)
    {
        var database = _files.Open();
        Assert.That(() => database.Read(GrantRows.Load), Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(code));
        Assert.That(() => Add(database, 1), Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(code));
    }

    private static Task Add(SqliteDatabase database, int person) =>
        database.WriteAsync(connection => GrantRows.SaveOwner(connection, new("telegram", person), owner: true), default);
}
