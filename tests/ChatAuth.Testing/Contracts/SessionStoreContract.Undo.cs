using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Testing.Contracts;

public abstract partial class SessionStoreContract
{
    [Test]
    public async Task Undoable_is_the_newest_change_by_a_person()
    {
        await Pin(Group, "1", "work");
        await Pin(Group, "2", "home");
        await Pin(Topic, "3", "other");
        await Save(Group, SessionState.Initial, Entry("4", SessionState.Initial, SessionState.Initial));

        Assert.That((await Load(Group)).Undoable?.Cause?.Text, Is.EqualTo("2"));
    }

    [Test]
    public async Task Undo_uncovers_the_change_before_and_is_none_itself()
    {
        await Pin(Group, "1", "work");
        await Pin(Group, "2", "home");

        await Undo("3");

        Assert.That((await Load(Group)).Undoable?.Cause?.Text, Is.EqualTo("1"));
    }

    [Test]
    public async Task Change_after_an_undo_can_be_undone_and_then_the_one_before_both()
    {
        await Pin(Group, "1", "work");
        await Pin(Group, "2", "home");
        await Undo("3");
        await Pin(Group, "4", "third");

        await Undo("5");

        Assert.That((await Load(Group)).Undoable?.Cause?.Text, Is.EqualTo("1"));
        Assert.That((await Sessions.ListHistoryAsync(Group, 1, default))[0].Undoes, Is.Not.Null);
    }

    [Test]
    public async Task Nothing_is_undoable_when_all_was_undone()
    {
        await Pin(Group, "1", "work");

        await Undo("2");

        Assert.That((await Load(Group)).Undoable, Is.Null);
    }

    private Task Undo(string cause) => Sessions.UpdateAsync(
        Group,
        new ChangeCause(cause),
        snapshot => new SessionUpdate<int>(
            0,
            snapshot.Session.State,
            Entry(cause, snapshot.Session.State, SessionState.Initial, SessionStates.Bob, snapshot.Undoable!.Id)),
        default);
}
