using ChatAuth.Core.Access;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteAccessStoreTests : AccessStoreContract
{
    private TemporaryDatabase _files = null!;

    [TearDown]
    public void DeleteDatabase() => _files.Dispose();

    protected override IAccessStore Create()
    {
        _files = new TemporaryDatabase();
        return new SqliteAccessStore(_files.Open());
    }
}
