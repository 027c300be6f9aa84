using ChatAuth.Core.Delivery;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteNoticeLedgerTests : NoticeLedgerContract
{
    private TemporaryDatabase _files = null!;

    [TearDown]
    public void DeleteDatabase() => _files.Dispose();

    [Test]
    public async Task Notice_is_known_to_another_process_and_after_a_restart()
    {
        await new SqliteNoticeLedger(_files.Open(), Clock).TryRecordAsync("subject", "ended", default);

        Assert.That(await new SqliteNoticeLedger(_files.Open(), Clock).TryRecordAsync("subject", "ended", default), Is.False);
    }

    protected override INoticeLedger Open()
    {
        _files = new TemporaryDatabase();
        return new SqliteNoticeLedger(_files.Open(), Clock);
    }
}
