using ChatAuth.Core.Delivery;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteNoticeLedgerTests : NoticeLedgerContract
{
    private TemporaryDatabase? _files;

    [TearDown]
    public void DeleteDatabase()
    {
        _files?.Dispose();
        _files = null;
    }

    [Test]
    public async Task Notice_is_known_to_another_process_and_after_a_restart()
    {
        await new SqliteNoticeLedger(_files!.Open(), Clock).TryRecordAsync("subject", "ended", default);

        Assert.That(await new SqliteNoticeLedger(_files!.Open(), Clock).TryRecordAsync("subject", "ended", default), Is.False);
    }

    protected override INoticeLedger Open(int? capacity)
    {
        _files ??= new TemporaryDatabase();
        return capacity is { } most ? new SqliteNoticeLedger(_files.Open(), Clock, most) : new SqliteNoticeLedger(_files.Open(), Clock);
    }
}
