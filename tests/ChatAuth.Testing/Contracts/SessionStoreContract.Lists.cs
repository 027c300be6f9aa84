using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Testing.Contracts;

public abstract partial class SessionStoreContract
{
    [Test]
    public async Task Saved_conversations_are_listed_last_saved_first()
    {
        foreach (var name in (string[])["a", "b", "c", "a"])
        {
            await Save(SessionKey.Terminal(name), SessionState.Initial);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var listed = await Sessions.ListAsync(2, default);

        Assert.That(listed.Select(session => session.Key.Conversation), Is.EqualTo((string[])["a", "c"]));
        Assert.That(listed[0], Is.EqualTo((await Load(SessionKey.Terminal("a"))).Session));
    }

    [Test]
    public async Task Due_are_the_conversations_of_which_something_ended_by_then_earliest_first()
    {
        await Save(SessionKey.Terminal("later"), Ending(30));
        await Save(SessionKey.Terminal("second"), Ending(20));
        await Save(SessionKey.Terminal("first"), Ending(10));
        await Save(SessionKey.Terminal("never"), Ending(null));
        await Save(SessionKey.Terminal("follows"), Ending(10) with { Follows = true });

        var due = await Due(20);

        Assert.That(due.Select(key => key.Conversation), Is.EqualTo((string[])["first", "second"]));
    }

    [Test]
    public async Task Conversation_is_not_due_any_more_when_its_end_was_recorded()
    {
        await Save(Group, Ending(10));
        await Save(Group, Ending(null));

        Assert.That(await Due(30), Is.Empty);
    }

    [Test]
    public async Task Due_conversations_may_be_changed_while_they_are_listed()
    {
        foreach (var name in (string[])["a", "b", "c"]) await Save(SessionKey.Terminal(name), Ending(10));

        var told = new List<string>();
        await foreach (var key in Sessions.ListDueAsync(Clock.GetUtcNow().AddMinutes(20), default))
        {
            told.Add(key.Conversation);
            await Save(key, Ending(null));
        }

        Assert.That(told, Is.EquivalentTo((string[])["a", "b", "c"]));
        Assert.That(await Due(20), Is.Empty);
    }

    [Test]
    public async Task Deleted_conversation_is_gone_with_its_history_and_attempts_alone()
    {
        await Pin(Group, "1", "work");
        await Answer("2");
        await Pin(Topic, "3", "other");

        var deleted = await Sessions.DeleteAsync(Group, default);

        var snapshot = await Load(Group, "1");
        Assert.That(deleted, Is.True);
        Assert.That(snapshot.Session, Is.EqualTo(Session.New(Group)));
        Assert.That((object?[])[snapshot.LastReceipt, snapshot.Undoable, snapshot.Applied], Is.All.Null);
        Assert.That((await Load(Topic, "3")).Applied, Is.Not.Null);
    }

    [Test]
    public async Task Deleting_what_was_never_saved_tells_so() =>
        Assert.That(await Sessions.DeleteAsync(Group, default), Is.False);

    [Test]
    public void Negative_count_is_refused() =>
        Assert.That(() => Sessions.ListAsync(-1, default), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private ValueTask<List<SessionKey>> Due(int minutes) => Sessions.ListDueAsync(Clock.GetUtcNow().AddMinutes(minutes), default).ToListAsync();

    private SessionState Ending(int? minutes) => SessionStates.Pinned(new PinState.UserPinned(
        SessionStates.Work, SessionStates.WorkPayer, SessionStates.Alice, minutes is { } end ? Clock.GetUtcNow().AddMinutes(end) : null));
}
