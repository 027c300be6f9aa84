using ChatAuth.Core.Delivery;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Testing.Contracts;

/// <summary>What every ledger of deliveries promises.</summary>
public abstract class DeliveryLedgerContract
{
    private const string Bot = "telegram:7";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    private IDeliveryLedger _ledger = null!;

    /// <summary>The clock of the ledger.</summary>
    protected FakeTime Clock { get; private set; } = null!;

    /// <summary>An empty ledger on <see cref="Clock"/>.</summary>
    protected abstract IDeliveryLedger Create();

    [SetUp]
    public void CreateLedger()
    {
        Clock = new FakeTime();
        _ledger = Create();
    }

    [Test]
    public async Task Nothing_is_known_at_first() => Assert.That(await Known(1, 2), Is.Empty);

    [Test]
    public async Task Recorded_ids_are_known_and_no_others()
    {
        await Record(1, 3, long.MaxValue, -5);

        Assert.That(await Known(1, 2, 3, long.MaxValue, -5), Is.EquivalentTo((long[])[1, 3, long.MaxValue, -5]));
    }

    [Test]
    public async Task Lower_ids_than_the_last_are_new()
    {
        await Record(1_000_000);

        Assert.That(await Known(5), Is.Empty);
    }

    [Test]
    public async Task Other_sources_have_ids_of_their_own()
    {
        await Record(1);

        Assert.That(await _ledger.FindKnownAsync("telegram:8", [1], default), Is.Empty);
    }

    [Test]
    public async Task Recording_again_changes_nothing()
    {
        await Record(1);

        await Record(1, 1, 2);

        Assert.That(await Known(1, 2), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Recording_nothing_is_allowed()
    {
        await Record();

        Assert.That(await Known(), Is.Empty);
    }

    [Test]
    public async Task Ids_are_known_for_48_hours()
    {
        await Record(1);
        Clock.Advance(Kept - TimeSpan.FromTicks(1));
        await Record(2);

        Assert.That(await Known(1, 2), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Ids_are_forgotten_after_48_hours()
    {
        await Record(1);
        Clock.Advance(Kept);

        var before = await Known(1);
        await Record(2);

        Assert.That(before, Is.Empty);
        Assert.That(await Known(1, 2), Is.EquivalentTo((long[])[2]));
    }

    [Test]
    public async Task Id_recorded_again_is_known_for_48_hours_from_then()
    {
        await Record(1);
        Clock.Advance(Kept / 2);
        await Record(1);
        Clock.Advance(Kept / 2);
        await Record(2);

        Assert.That(await Known(1, 2), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Ids_stay_known_when_the_clock_is_set_back()
    {
        await Record(1);
        Clock.Advance(TimeSpan.FromDays(-1));
        await Record(2);

        Assert.That(await Known(1, 2), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Records_at_once_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => Record([.. Enumerable.Range(writer * 10, 20)]))));

        Assert.That(await Known([.. Enumerable.Range(0, 90)]), Has.Count.EqualTo(90));
    }

    private Task Record(params long[] ids) => _ledger.RecordAsync(Bot, ids, default);

    private async Task<IReadOnlySet<long>> Known(params long[] ids) => await _ledger.FindKnownAsync(Bot, ids, default);
}
