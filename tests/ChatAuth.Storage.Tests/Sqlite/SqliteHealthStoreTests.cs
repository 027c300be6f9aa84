using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteHealthStoreTests : HealthStoreContract
{
    private TemporaryDatabase _files = null!;

    [TearDown]
    public void DeleteDatabase() => _files.Dispose();

    protected override IHealthStore Create()
    {
        _files = new TemporaryDatabase();
        return new SqliteHealthStore(_files.Open());
    }
}
