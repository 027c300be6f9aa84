using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Testing.Contracts;

public abstract partial class SessionStoreContract
{
    [TestCaseSource(typeof(SessionStates), nameof(SessionStates.Shapes))]
    public async Task Choice_recorded_is_listed_as_it_was(SessionState state)
    {
        await Sessions.UpdateAsync(Group, null, _ => new SessionUpdate<int>(0, null, Entry(null, SessionState.Initial, state)), default);

        var listed = await Sessions.ListHistoryAsync(Group, 1, default);

        Assert.That(listed.Single().After, Is.EqualTo(state.Choice));
    }

    [Test]
    public async Task Cause_that_comes_again_finds_what_it_did()
    {
        await Pin(Group, "1", "work");
        await Pin(Group, "2", "home");

        var applied = (await Load(Group, "1")).Applied;
        var again = await Pin(Group, "1", "work");

        Assert.That(applied, Is.EqualTo((await Sessions.ListHistoryAsync(Group, 2, default))[1]));
        Assert.That(again, Is.False);
    }

    [Test]
    public async Task Cause_recorded_twice_is_refused_whole()
    {
        await Pin(Group, "1", "work");

        Assert.That(
            () => Sessions.UpdateAsync(
                Group, null, _ => new SessionUpdate<int>(0, SessionState.Initial, Entry("1", SessionState.Initial, SessionState.Initial)), default),
            Throws.InvalidOperationException);

        Assert.That((await Load(Group)).Session.Version, Is.EqualTo(1));
        Assert.That(await Sessions.ListHistoryAsync(Group, 9, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Entries_without_a_cause_may_be_many()
    {
        await Save(Group, SessionState.Initial, Entry(null, SessionState.Initial, SessionState.Initial));
        await Save(Group, SessionState.Initial, Entry(null, SessionState.Initial, SessionState.Initial));

        Assert.That(await Sessions.ListHistoryAsync(Group, 9, default), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Changes_of_every_conversation_after_an_entry_are_listed_newest_first()
    {
        await Pin(Group, "1", "work");
        await Pin(Topic, "2", "other");
        await Pin(Group, "3", "home");
        var all = await Sessions.ListChangesAsync(0, 9, default);

        var later = await Sessions.ListChangesAsync(all[2].Id, 9, default);
        var last = await Sessions.ListChangesAsync(0, 1, default);

        Assert.That(all.Select(change => (change.Session, change.Cause?.Text)), Is.EqualTo(new[] { (Group, "3"), (Topic, "2"), (Group, "1") }));
        Assert.That(later, Is.EqualTo(all.Take(2)));
        Assert.That(last, Is.EqualTo(all.Take(1)));
        Assert.That(await Sessions.ListChangesAsync(all[0].Id, 9, default), Is.Empty);
    }

    [Test]
    public async Task History_is_listed_newest_first_and_complete()
    {
        await Pin(Group, "1", "work");
        await Pin(Topic, "2", "other");
        await Pin(Group, "3", "home", SessionStates.Bob);

        var history = await Sessions.ListHistoryAsync(Group, 9, default);

        Assert.That(history.Select(entry => entry.Cause?.Text), Is.EqualTo((string[])["3", "1"]));
        Assert.That(history[0], Is.EqualTo(new HistoryEntry(
            history[0].Id, Group, Clock.GetUtcNow(), "profile-pinned", SessionStates.Bob, new ChangeCause("3"), history[1].After, (await Load(Group)).Session.State.Choice)));
        Assert.That(history[0].Id, Is.GreaterThan(history[1].Id).And.GreaterThan(0));
        Assert.That(await Sessions.ListHistoryAsync(Group, 1, default), Is.EqualTo(history.Take(1)));
    }
}
