using ChatAuth.Core.Delivery;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Testing.Contracts;

/// <summary>What every store of leases promises.</summary>
public abstract class LeaseStoreContract
{
    private const string Updates = "telegram:7:updates";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private ILeaseStore _leases = null!;

    /// <summary>The clock of the store.</summary>
    protected FakeTime Clock { get; private set; } = null!;

    /// <summary>An empty store on <see cref="Clock"/>.</summary>
    protected abstract ILeaseStore Create();

    [SetUp]
    public void CreateStore()
    {
        Clock = new FakeTime();
        _leases = Create();
    }

    [Test]
    public async Task Lease_that_nobody_holds_is_taken() => Assert.That(await Take("a"), Is.True);

    [Test]
    public async Task Lease_that_another_holds_is_not_taken()
    {
        await Take("a");
        Clock.Advance(Minute - TimeSpan.FromTicks(1));

        Assert.That(await Take("b"), Is.False);
    }

    [Test]
    public async Task Lease_that_ran_out_is_taken()
    {
        await Take("a");
        Clock.Advance(Minute);

        Assert.That(await Take("b"), Is.True);
        Assert.That(await Take("a"), Is.False);
    }

    [Test]
    public async Task Holder_keeps_its_lease_for_another_duration()
    {
        await Take("a");
        Clock.Advance(Minute / 2);

        Assert.That(await Take("a"), Is.True);
        Clock.Advance(Minute - TimeSpan.FromTicks(1));
        Assert.That(await Take("b"), Is.False);
    }

    [Test]
    public async Task Lease_given_back_is_free()
    {
        await Take("a");

        await _leases.ReleaseAsync(Updates, "a", default);

        Assert.That(await Take("b"), Is.True);
    }

    [Test]
    public async Task Lease_is_not_given_back_by_another()
    {
        await Take("a");

        await _leases.ReleaseAsync(Updates, "b", default);

        Assert.That(await Take("b"), Is.False);
    }

    [Test]
    public async Task Leases_of_other_names_are_other_leases()
    {
        await Take("a");

        Assert.That(await _leases.TryTakeAsync("telegram:8:updates", "b", Minute, default), Is.True);
    }

    [Test]
    public async Task Clock_that_is_set_back_holds_nobody_up_for_longer_than_the_duration()
    {
        await Take("a");
        Clock.Advance(TimeSpan.FromDays(-1));

        Assert.That(await Take("b"), Is.False);
        Clock.Advance(Minute);
        Assert.That(await Take("b"), Is.True);
    }

    [Test]
    public async Task Holder_that_lives_keeps_its_lease_when_the_clock_is_set_back()
    {
        await Take("a");
        Clock.Advance(TimeSpan.FromDays(-1));
        await Take("b");
        Clock.Advance(Minute / 2);

        Assert.That(await Take("a"), Is.True);
        Clock.Advance(Minute / 2);
        Assert.That(await Take("b"), Is.False);
    }

    [Test]
    public async Task One_of_many_takes_it()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Take($"{i}"))));

        Assert.That(taken.Count(took => took), Is.EqualTo(1));
    }

    [Test]
    public async Task Threads_hold_a_lease_one_after_another()
    {
        var (holders, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            for (var done = 0; done < 10;)
            {
                if (!await Take($"{i}")) continue;
                most = Math.Max(most, Interlocked.Increment(ref holders));
                Interlocked.Decrement(ref holders);
                done++;
                await _leases.ReleaseAsync(Updates, $"{i}", default);
            }
        })));

        Assert.That(most, Is.EqualTo(1));
    }

    private Task<bool> Take(string holder) => _leases.TryTakeAsync(Updates, holder, Minute, default);
}
