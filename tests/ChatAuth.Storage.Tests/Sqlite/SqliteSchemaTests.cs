using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteSchemaTests
{
    private TemporaryDatabase _files = null!;

    [SetUp]
    public void CreateDirectory() => _files = new TemporaryDatabase();

    [TearDown]
    public void DeleteDatabase() => _files.Dispose();

    [Test]
    public void Database_of_version_1_gets_the_tables_of_a_new_one()
    {
        using var fresh = new TemporaryDatabase();
        Version1.Create(_files);

        Assert.That(_files.Open().Read(TablesOf), Is.EqualTo(fresh.Open().Read(TablesOf)));
    }

    [Test]
    public void Database_of_version_1_keeps_its_rows()
    {
        Version1.Create(_files);

        var owners = _files.Open().Read(GrantRows.Load).Owners;

        Assert.That(owners, Is.EqualTo((Person[])[new("telegram", 1)]));
    }

    [Test]
    public async Task Database_of_version_1_takes_writes()
    {
        Version1.Create(_files);

        await new SqliteDeliveryLedger(_files.Open(), TimeProvider.System).RecordAsync("telegram:7", [1], default);

        Assert.That(_files.Open().Read(connection => connection.Number("SELECT count(*) FROM deliveries")), Is.EqualTo(1));
    }

    [Test]
    public async Task Database_of_version_1_opened_by_many_at_once_is_updated_once()
    {
        Version1.Create(_files);
        var instances = Enumerable.Range(0, 8).Select(_ => _files.Open()).ToList();

        var versions = await Task.WhenAll(instances.Select(database => Task.Run(() => database.Read(VersionOf))));

        Assert.That(versions, Is.All.EqualTo(SqliteSchema.Current));
    }

    [Test]
    public void Update_that_fails_half_way_leaves_version_1_whole()
    {
        Version1.Create(_files);
        _files.Execute("CREATE TABLE leases (in_the_way INTEGER)");

        Assert.That(() => _files.Open().Read(VersionOf), Throws.Exception);

        _files.Execute("DROP TABLE leases");
        Assert.That(_files.Open().Read(VersionOf), Is.EqualTo(SqliteSchema.Current));
        Assert.That(_files.Open().Read(GrantRows.Load).Owners, Has.Count.EqualTo(1));
    }

    [Test]
    public void Older_instance_that_is_open_already_goes_on_after_the_update()
    {
        Version1.Create(_files);
        using var older = new PreparedConnection($"Data Source={_files.Path};Pooling=False");
        GrantRows.Load(older);

        _files.Open().Read(VersionOf);

        Assert.That(GrantRows.SaveOwner(older, new Person("telegram", 2), owner: true), Is.True);
        Assert.That(GrantRows.Load(older).Owners, Has.Count.EqualTo(2));
    }

    [Test]
    public void Database_of_ours_without_a_version_is_damaged()
    {
        Version1.Create(_files);
        _files.Execute("PRAGMA user_version = 0");

        Assert.That(() => _files.Open().Read(VersionOf), Throws.TypeOf<ChatAuthException>().With.Property("Code").EqualTo(ErrorCode.DatabaseDamaged));
    }

    [Test]
    [Proof]
    public async Task Kill_in_the_middle_leaves_the_old_version_or_the_new_one_whole()
    {
        var directory = Path.GetDirectoryName(_files.Path)!;
        Version1.Create(_files);
        for (var i = 0; i < 400; i++) File.Copy(_files.Path, OpeningProcess.PathOf(directory, i));
        var openers = Enumerable.Range(0, 2).Select(_ => OpeningProcess.Start(directory, 400)).ToList();
        for (var i = 0; i < 100; i++) await openers[0].StandardOutput.ReadLineAsync();

        foreach (var opener in openers) opener.Kill();

        foreach (var opener in openers) await opener.WaitForExitAsync();
        for (var i = 0; i < 400; i++) AssertWhole(OpeningProcess.PathOf(directory, i));
    }

    private void AssertWhole(string path)
    {
        using (var looking = new PreparedConnection($"Data Source={path};Pooling=False"))
        {
            var added = looking.Number("SELECT count(*) FROM sqlite_schema WHERE name IN ('deliveries', 'deliveries_at', 'leases', 'notices', 'notices_at')");
            Assert.That(((int)VersionOf(looking), added), Is.EqualTo((1, 0L)).Or.EqualTo((SqliteSchema.Current, 5L)));
            Assert.That(looking.Text("PRAGMA integrity_check"), Is.EqualTo("ok"));
        }
        var database = _files.Track(new SqliteDatabase(path));
        Assert.That(((int)database.Read(VersionOf), database.Read(GrantRows.Load).Owners.Count), Is.EqualTo((SqliteSchema.Current, 1)));
    }

    private static long VersionOf(PreparedConnection connection) => connection.Number("PRAGMA user_version");

    private static List<string> TablesOf(PreparedConnection connection) =>
        connection.List("SELECT name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name", row => row.GetString(0));
}
