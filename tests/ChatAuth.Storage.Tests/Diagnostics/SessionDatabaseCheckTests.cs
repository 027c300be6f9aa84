using ChatAuth.Core.Access;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Diagnostics;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Storage.Tests.Files;

namespace ChatAuth.Storage.Tests.Diagnostics;

internal sealed class SessionDatabaseCheckTests
{
    private TemporaryState _temporary = null!;
    private SqliteDatabase _database = null!;

    private SessionDatabaseCheck Check => new(_database, _temporary.State.Database);

    [SetUp]
    public void SetUp()
    {
        _temporary = new TemporaryState();
        _database = new SqliteDatabase(_temporary.State.Database);
    }

    [TearDown]
    public void TearDown()
    {
        _database.Dispose();
        _temporary.Dispose();
    }

    [Test]
    public async Task Database_that_is_not_there_was_not_looked_at_and_is_not_made()
    {
        Assert.That(await Check.RunAsync(default), Is.InstanceOf<CheckResult.Skipped>());
        Assert.That(_temporary.State.Database, Does.Not.Exist);
    }

    [Test]
    public async Task Sound_database_passes_and_keeps_what_it_holds()
    {
        var owner = new Person("telegram", 42);
        var access = new SqliteAccessStore(_database);
        await access.SaveOwnerAsync(owner, owner: true, default);

        Assert.That(await Finds.InAsync(Check), Is.Empty);
        Assert.That((await access.LoadAsync(default)).Owners, Is.EqualTo(new[] { owner }));
        Assert.That(_database.Read(connection => connection.Number("SELECT user_version FROM pragma_user_version")), Is.Positive);
    }

    [Test]
    public void Damaged_database_says_so()
    {
        _temporary.Write(_temporary.State.Database, new byte[8192]);
        File.WriteAllText(_temporary.State.Database, new string('x', 8192));

        Assert.That(async () => await Check.RunAsync(default), Fails.With(ErrorCode.DatabaseDamaged));
    }
}
