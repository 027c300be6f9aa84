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
    public async Task Database_taken_away_is_begun_anew_and_what_is_acknowledged_then_is_kept()
    {
        var database = _files.Open();
        await Add(database, 1);
        File.Delete(_files.Path);

        await Add(database, 2);

        Assert.That(_files.Open().Read(GrantRows.Load).Owners.Single().Id, Is.EqualTo(2));
        Assert.That(database.Read(GrantRows.Load).Owners.Single().Id, Is.EqualTo(2));
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
