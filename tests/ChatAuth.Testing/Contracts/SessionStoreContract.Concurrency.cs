using ChatAuth.Core.Sessions;

namespace ChatAuth.Testing.Contracts;

public abstract partial class SessionStoreContract
{
    private const int Writers = 8;

    [Test]
    public async Task Thousand_pins_at_once_are_all_applied_one_after_another()
    {
        await Together(async writer =>
        {
            for (var i = 0; i < 1000 / Writers; i++) Assert.That(await Pin(Group, $"{writer}:{i}", $"p{writer}-{i}"), Is.True);
        });

        await AssertEveryPinIsInTheHistory(1000);
    }

    [Test]
    public async Task Child_is_decided_on_the_parent_that_stands_when_it_is_saved()
    {
        var parentSaves = 0;
        var inside = 0;

        await Together(async writer =>
        {
            for (var i = 0; i < 50; i++)
            {
                await Sessions.UpdateAsync(
                    writer % 2 == 0 ? Group : Topic,
                    null,
                    snapshot =>
                    {
                        Assert.That(Interlocked.Increment(ref inside), Is.EqualTo(1), "Two decisions at once");
                        Assert.That((snapshot.Parent ?? snapshot.Session).Version, Is.EqualTo(parentSaves));
                        if (snapshot.Parent is null) parentSaves++;
                        Interlocked.Decrement(ref inside);
                        return new SessionUpdate<int>(0, SessionState.Initial);
                    },
                    default);
            }
        });

        Assert.That((await Load(Group)).Session.Version, Is.EqualTo(parentSaves));
    }

    /// <summary>Runs the writers at once, each on a thread of its own from the start.</summary>
    protected static Task Together(Func<int, Task> write) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => write(writer))));

    /// <summary>None is lost, and each was decided on what the one before it left.</summary>
    protected async Task AssertEveryPinIsInTheHistory(int count)
    {
        var history = await Sessions.ListHistoryAsync(Group, int.MaxValue, default);
        var session = (await Load(Group)).Session;

        Assert.That(session.Version, Is.EqualTo(count));
        Assert.That(history.Select(entry => entry.Cause).Distinct().Count(), Is.EqualTo(count));
        Assert.That(history[0].After, Is.EqualTo(session.State.Choice));
        Assert.That(history.Take(count - 1).Select(entry => entry.Before), Is.EqualTo(history.Skip(1).Select(entry => entry.After)));
    }
}
