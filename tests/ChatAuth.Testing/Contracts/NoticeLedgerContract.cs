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

    /// <summary>A further instance on the same ledger.</summary>
    protected abstract INoticeLedger Open();

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

    [Test]
    public async Task Notice_is_known_for_400_days()
    {
        await RecordAsync("one-day");
        Clock.Advance(TimeSpan.FromDays(400) - TimeSpan.FromTicks(1));
        var before = await RecordAsync("one-day");
        Clock.Advance(TimeSpan.FromTicks(1));

        Assert.That((before, await RecordAsync("one-day")), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task One_of_many_tells_it()
    {
        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => RecordAsync("one-day"))));

        Assert.That(told.Count(isNew => isNew), Is.EqualTo(1));
    }

    private Task<bool> RecordAsync(string stage) => _ledger.TryRecordAsync(Subject, stage, default);
}
