using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Testing.Contracts;

public abstract partial class SessionStoreContract
{
    /// <summary>Every order of a pin under the old id, one under the new, the move, and the move told again.</summary>
    private static IEnumerable<string[]> Orders() => Permutations(["old", "new", "move", "move"]).DistinctBy(order => string.Join(' ', order));

    [TestCaseSource(nameof(Orders))]
    public async Task Order_of_events_decides_which_choice_holds_and_loses_none(params string[] events)
    {
        string? old = null, present = null;
        MoveOutcome? first = null;
        for (var i = 0; i < events.Length; i++)
        {
            if (events[i] is "move")
            {
                var outcome = await Sessions.MoveAsync(Group, Supergroup, default);
                var expected = first is not null ? MoveOutcome.AlreadyMoved : old is not null && present is not null ? MoveOutcome.KeptOwnChoice : MoveOutcome.Moved;
                Assert.That(outcome, Is.EqualTo(expected));
                (first, present) = (outcome, present ?? old);
                continue;
            }
            await Pin(events[i] is "old" ? Group : Supergroup, $"{i}", events[i]);
            if (events[i] is "old" && first is null) old = events[i];
            else present = events[i];
        }

        Assert.That((NameOf(await Load(Group)), NameOf(await Load(Supergroup))), Is.EqualTo((present, present)));
        Assert.That(await Sessions.ListHistoryAsync(Group, 9, default), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Conversation_that_never_moved_has_no_other_ids()
    {
        await Sessions.MoveAsync(Group, Supergroup, default);

        Assert.That(await Sessions.ListOtherKeysAsync(Group with { Conversation = "-200" }, default), Is.Empty);
    }

    [Test]
    public async Task Ids_of_a_conversation_that_moved_know_each_other()
    {
        var last = Supergroup with { Conversation = "-1002" };
        await Sessions.MoveAsync(Group, Supergroup, default);
        await Sessions.MoveAsync(Supergroup, last, default);

        foreach (var key in (SessionKey[])[Group, Supergroup, last])
        {
            Assert.That(await Sessions.ListOtherKeysAsync(key, default), Is.EquivalentTo(((SessionKey[])[Group, Supergroup, last]).Where(other => other != key)));
        }
    }

    [Test]
    public async Task Threads_of_a_conversation_that_moved_know_each_other()
    {
        await Sessions.MoveAsync(Group, Supergroup, default);

        Assert.That(await Sessions.ListOtherKeysAsync(SuperTopic, default), Is.EqualTo((SessionKey[])[Topic]));
        Assert.That(await Sessions.ListOtherKeysAsync(Topic, default), Is.EqualTo((SessionKey[])[SuperTopic]));
    }

    private static string? NameOf(SessionSnapshot snapshot) => snapshot.Session.State.Pins[SessionStates.Work.Provider].Named?.Name;

    private static IEnumerable<string[]> Permutations(string[] of) => of.Length == 1
        ? [of]
        : of.SelectMany((first, i) => Permutations([.. of.Where((_, at) => at != i)]).Select(rest => (string[])[first, .. rest]));
}
