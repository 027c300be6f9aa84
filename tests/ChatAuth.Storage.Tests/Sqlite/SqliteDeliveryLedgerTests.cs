using ChatAuth.Core.Delivery;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteDeliveryLedgerTests : DeliveryLedgerContract
{
    private const string Bot = "telegram:7";
    private TemporaryDatabase _files = null!;

    [TearDown]
    public void DeleteDatabase() => _files.Dispose();

    [Test]
    public async Task Record_writes_all_ids_in_one_transaction()
    {
        var commits = 0;
        var database = _files.Track(new SqliteDatabase(_files.Path)
        {
            Commit = connection =>
            {
                commits++;
                connection.Execute("COMMIT");
            },
        });

        await new SqliteDeliveryLedger(database, Clock).RecordAsync(Bot, [.. Enumerable.Range(1, 100)], default);

        Assert.That((commits, CountRows()), Is.EqualTo((1, 100L)));
    }

    [Test]
    public async Task Rows_older_than_48_hours_are_deleted_by_the_next_record()
    {
        var ledger = new SqliteDeliveryLedger(_files.Open(), Clock);
        await ledger.RecordAsync(Bot, [1, 2, 3], default);
        Clock.Advance(TimeSpan.FromHours(48));

        await ledger.RecordAsync(Bot, [4], default);

        Assert.That(CountRows(), Is.EqualTo(1));
    }

    [Test]
    public async Task Many_old_rows_are_deleted_in_portions()
    {
        var ledger = new SqliteDeliveryLedger(_files.Open(), Clock);
        await ledger.RecordAsync(Bot, [.. Enumerable.Range(1, 1500)], default);
        Clock.Advance(TimeSpan.FromHours(49));

        await ledger.RecordAsync(Bot, [2000], default);
        var afterOne = CountRows();
        await ledger.RecordAsync(Bot, [2001], default);

        Assert.That((afterOne, CountRows()), Is.EqualTo((501L, 2L)));
    }

    [Test]
    public void Old_rows_are_found_by_their_index()
    {
        var plan = _files.Open().Read(connection => connection.List(
            "EXPLAIN QUERY PLAN SELECT source, id FROM deliveries WHERE at <= 1 ORDER BY at LIMIT 1000", row => row.GetString(3)));

        Assert.That(plan, Is.EqualTo((string[])["SEARCH deliveries USING COVERING INDEX deliveries_at (at<?)"]));
    }

    [Test]
    public async Task Ids_recorded_before_the_clock_was_set_back_are_known_for_48_hours_from_the_next_record()
    {
        var ledger = new SqliteDeliveryLedger(_files.Open(), Clock);
        await ledger.RecordAsync(Bot, [1], default);
        Clock.Advance(TimeSpan.FromDays(-10_000));
        await ledger.RecordAsync(Bot, [2], default);

        Clock.Advance(TimeSpan.FromHours(48));

        Assert.That(await ledger.FindKnownAsync(Bot, [1], default), Is.Empty);
    }

    protected override IDeliveryLedger Create()
    {
        _files = new TemporaryDatabase();
        return new SqliteDeliveryLedger(_files.Open(), Clock);
    }

    private long CountRows() => _files.Open().Read(connection => connection.Number("SELECT count(*) FROM deliveries"));
}
