using ChatAuth.Core.Delivery;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Testing.Contracts;

/// <summary>What every ledger of notices promises.</summary>
public abstract class NoticeLedgerContract
{
    private const string Subject = "main anthropic:work 1900000000000";

    private INoticeLedger _ledger = null!;

    /// <summary>The clock of the ledger.</summary>
    protected FakeTime Clock { get; private set; } = null!;

    /// <summary>A ledger of the usual capacity, or of that one.</summary>
    protected abstract INoticeLedger Open(int? capacity = null);

    [SetUp]
    public void OpenLedger()
    {
        Clock = new FakeTime();
        _ledger = Open();
    }

    [Test]
    public async Task Notice_is_new_once()
    {
        Assert.That(await RecordAsync("one-day"), Is.True);
        Assert.That(await RecordAsync("one-day"), Is.False);
    }

    [Test]
    public async Task Each_stage_is_a_notice_of_its_own()
    {
        await RecordAsync("one-day");

        Assert.That(await RecordAsync("ended"), Is.True);
    }

    [Test]
    public async Task Each_subject_is_a_notice_of_its_own()
    {
        await RecordAsync("one-day");

        Assert.That(await _ledger.TryRecordAsync("main anthropic:work 2000000000000", "one-day", default), Is.True);
    }

    [TestCase(30 * 365)]
    [TestCase(-30 * 365)]
    [TestCase(1)]
    [TestCase(-1)]
    public async Task Notice_stays_known_when_the_clock_jumps_and_when_it_comes_back(int days)
    {
        await RecordAsync("one-day");
        Clock.Advance(TimeSpan.FromDays(days));
        var there = await RecordAsync("one-day");
        await RecordAsync("ended");
        Clock.Advance(-TimeSpan.FromDays(days));

        Assert.That((there, await RecordAsync("one-day"), await RecordAsync("ended")), Is.EqualTo((false, false, false)));
    }

    [Test]
    public async Task Of_more_than_it_remembers_the_oldest_gives_way()
    {
        _ledger = Open(capacity: 2);
        foreach (var stage in new[] { "first", "second", "third" })
        {
            await RecordAsync(stage);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That((await RecordAsync("third"), await RecordAsync("second"), await RecordAsync("first")), Is.EqualTo((false, false, true)));
    }

    [Test]
    public async Task One_of_many_tells_it()
    {
        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => RecordAsync("one-day"))));

        Assert.That(told.Count(isNew => isNew), Is.EqualTo(1));
    }

    private Task<bool> RecordAsync(string stage) => _ledger.TryRecordAsync(Subject, stage, default);
}
