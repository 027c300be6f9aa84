using ChatAuth.Core.Access;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Testing.Contracts;

public abstract partial class SessionStoreContract
{
    private static readonly SessionKey Supergroup = new("telegram", "7", "-1001");
    private static readonly SessionKey SuperTopic = Supergroup with { Thread = "5" };

    [Test]
    public async Task Old_id_means_the_new_conversation_threads_included()
    {
        await Pin(Group, "1", "work");
        await Pin(Topic, "2", "other");
        var (group, topic) = ((await Load(Group)).Session, (await Load(Topic)).Session);

        await Sessions.MoveAsync(Group, Supergroup, default);

        foreach (var key in (SessionKey[])[Topic, SuperTopic])
        {
            var snapshot = await Load(key);
            Assert.That(snapshot.Session, Is.EqualTo(topic with { Key = SuperTopic }));
            Assert.That(snapshot.Parent, Is.EqualTo(group with { Key = Supergroup }));
        }
    }

    [Test]
    public async Task Change_under_the_old_id_is_a_change_of_the_new()
    {
        await Sessions.MoveAsync(Group, Supergroup, default);

        await Pin(Group, "1", "work");

        Assert.That((await Load(Supergroup)).Session.Version, Is.EqualTo(1));
        Assert.That((await Sessions.ListHistoryAsync(Supergroup, 1, default))[0].Session, Is.EqualTo(Supergroup));
        Assert.That(await Sessions.ListAsync(9, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task History_receipts_and_causes_come_along()
    {
        await Pin(Group, "1", "work");
        var receipt = await Answer("2");

        await Sessions.MoveAsync(Group, Supergroup, default);

        var snapshot = await Load(Supergroup, "1");
        Assert.That(snapshot.Applied?.Session, Is.EqualTo(Supergroup));
        Assert.That(snapshot.Undoable, Is.EqualTo(snapshot.Applied));
        Assert.That(snapshot.LastReceipt, Is.EqualTo(receipt with { Session = Supergroup }));
        Assert.That(await Pin(Supergroup, "1", "work"), Is.False);
    }

    [Test]
    public async Task Attempt_opened_before_the_move_is_closed_after_it()
    {
        var attempt = await Open("1", 1);
        await Sessions.MoveAsync(Group, Supergroup, default);

        await Sessions.CloseAttemptAsync(attempt with { Outcome = Core.Chat.AttemptOutcome.Answered, EndedAt = Clock.GetUtcNow() }, default);

        Assert.That((await Load(Supergroup)).LastReceipt?.Cause.Text, Is.EqualTo("1"));
    }

    [Test]
    public async Task Choice_that_people_made_under_the_new_id_stays()
    {
        await Pin(Group, "1", "work");
        await Pin(Supergroup, "2", "home");

        var outcome = await Sessions.MoveAsync(Group, Supergroup, default);

        Assert.That(outcome, Is.EqualTo(MoveOutcome.KeptOwnChoice));
        var session = (await Load(Group)).Session;
        Assert.That((session.State.Pins[SessionStates.Work.Provider].Named?.Name, session.Version), Is.EqualTo(("home", 1L)));
        Assert.That(await Sessions.ListHistoryAsync(Group, 9, default), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_the_resolver_did_under_the_new_id_gives_way()
    {
        await Pin(Group, "1", "work");
        await Save(Supergroup, SessionStates.Pinned(new PinState.AutoPinned(SessionStates.Home, SessionStates.HomePayer)) with { Follows = true });

        await Sessions.MoveAsync(Group, Supergroup, default);

        var session = (await Load(Group)).Session;
        Assert.That((session.State.Pins[SessionStates.Work.Provider].Named?.Name, session.Version), Is.EqualTo(("work", 2L)));
    }

    [Test]
    public async Task Move_that_comes_again_or_back_changes_nothing()
    {
        await Pin(Group, "1", "work");
        await Sessions.MoveAsync(Group, Supergroup, default);
        var before = await Load(Group);

        var outcomes = new[] { await Sessions.MoveAsync(Group, Supergroup, default), await Sessions.MoveAsync(Supergroup, Group, default) };

        Assert.That(outcomes, Is.All.EqualTo(MoveOutcome.AlreadyMoved));
        Assert.That((await Load(Group)).Session, Is.EqualTo(before.Session));
    }

    [Test]
    public async Task Choice_that_people_made_in_a_thread_under_the_new_id_stays()
    {
        await Pin(Group, "1", "work");
        await Pin(Topic, "2", "work");
        await Pin(SuperTopic, "3", "home");

        var outcome = await Sessions.MoveAsync(Group, Supergroup, default);

        Assert.That(outcome, Is.EqualTo(MoveOutcome.KeptOwnChoice));
        Assert.That((NameOf(await Load(Group)), NameOf(await Load(Topic))), Is.EqualTo(("work", "home")));
    }

    [Test]
    public async Task Choice_under_the_new_id_alone_is_not_worth_saying()
    {
        await Save(Group, SessionState.Initial);
        await Pin(Supergroup, "1", "home");

        Assert.That(await Sessions.MoveAsync(Group, Supergroup, default), Is.EqualTo(MoveOutcome.Moved));
    }

    [Test]
    public async Task Conversation_moved_twice_is_found_under_every_id()
    {
        var last = Supergroup with { Conversation = "-1002" };
        await Pin(Group, "1", "work");

        await Sessions.MoveAsync(Group, Supergroup, default);
        await Sessions.MoveAsync(Supergroup, last, default);

        foreach (var key in (SessionKey[])[Group, Supergroup, last]) Assert.That((await Load(key)).Session.Key, Is.EqualTo(last));
    }

    [Test]
    public async Task Move_leaves_ids_that_only_begin_alike()
    {
        var longer = Group with { Conversation = "-1005" };
        await Pin(longer, "1", "work");

        await Sessions.MoveAsync(Group, Supergroup, default);

        Assert.That((await Load(longer, "1")).Applied, Is.Not.Null);
        Assert.That((await Load(longer)).Session.Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Rules_come_along_and_add_up()
    {
        await Access.SaveRuleAsync(Rule("a", Rights.Ask, Group), default);
        await Access.SaveRuleAsync(Rule("b", Rights.View, Supergroup), default);
        await Access.SaveRuleAsync(Rule("c", Rights.Pin, Topic), default);

        await Sessions.MoveAsync(Group, Supergroup, default);

        Assert.That((await Load(Group)).Grants.Rules, Is.EquivalentTo((AccessRule[])
            [Rule("b", Rights.Ask | Rights.View, Supergroup), Rule("c", Rights.Pin, SuperTopic)]));
    }

    [Test]
    public void Thread_alone_cannot_move() =>
        Assert.That(() => Sessions.MoveAsync(Topic, SuperTopic, default), Throws.ArgumentException);

    private static AccessRule Rule(string id, Rights rights, SessionKey where)
    {
        Assert.That(ConversationPattern.TryParse(where.ToString(), out var conversation), Is.True);
        return new AccessRule(id, false, rights, SessionStates.Alice, null, conversation);
    }
}
