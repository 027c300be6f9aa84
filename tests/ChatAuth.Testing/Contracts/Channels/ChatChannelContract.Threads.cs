namespace ChatAuth.Testing.Contracts.Channels;

/// <content>Threads and the conversation that they are part of; what is everybody's to see, and what is not.</content>
public abstract partial class ChatChannelContract
{
    [Test]
    public async Task Thread_follows_its_conversation()
    {
        var (ann, _, place) = await TwoInShared();
        var thread = _there.AddThread(place, ann, "Release");
        await _there.TypeAsync(ann, place, "/model sonnet@spare");

        await _there.AskAsync(ann, thread, "hello");

        Assert.That(Served(), Is.EqualTo(new[] { "anthropic:spare: hello" }));
    }

    [Test]
    public async Task Thread_with_a_choice_of_its_own_leaves_its_conversation_alone()
    {
        var (ann, _, place) = await TwoInShared();
        var thread = _there.AddThread(place, ann, "Release");
        await _there.TypeAsync(ann, place, "/model sonnet@spare");

        await _there.TypeAsync(ann, thread, "/model opus@work");

        Assert.That(await PinnedAt(thread), Is.EqualTo("work"));
        Assert.That(await PinnedAt(place), Is.EqualTo("spare"));
    }

    [Test]
    public async Task Thread_follows_its_conversation_again()
    {
        var (ann, _, place) = await TwoInShared();
        var thread = _there.AddThread(place, ann, "Release");
        await _there.TypeAsync(ann, thread, "/model opus@work");
        await _there.TypeAsync(ann, place, "/model sonnet@spare");

        var reply = await _there.TypeAsync(ann, thread, "/model inherit");

        Assert.That(reply.Text, Does.Contain("sonnet"));
        Assert.That(await PinnedAt(thread), Is.EqualTo("spare"));
    }

    [Test]
    public async Task Answer_comes_where_the_question_was_asked()
    {
        var (ann, bob, place) = await TwoInShared();
        var thread = _there.AddThread(place, ann, "Release");

        await _there.AskAsync(ann, thread, "hello");

        Assert.That(AllSeenBy(bob, thread), Does.Contain("claude-opus-4-5 by anthropic:work"));
        Assert.That(AllSeenBy(bob, place), Is.Empty);
    }

    [Test]
    public async Task Change_by_typing_is_seen_by_everybody_there()
    {
        var (ann, bob, place) = await TwoInShared();

        await _there.TypeAsync(ann, place, "/model sonnet@work");

        Assert.That(AllSeenBy(bob, place), Does.Contain("sonnet").And.Contain("Work plan"));
    }

    [Test]
    public async Task Change_by_choice_is_seen_by_everybody_there()
    {
        var (ann, bob, place) = await TwoInShared();
        var list = await _there.TypeAsync(ann, place, "/model list");
        var accounts = await _there.ChooseAsync(ann, list.Menu, "sonnet");

        // What its asker alone sees may name the id, what all see the label.
        await _there.ChooseAsync(ann, accounts.Menu, "pare");

        Assert.That(AllSeenBy(bob, place), Does.Contain("sonnet").And.Contain("Spare plan"));
    }

    [Test]
    public async Task Ids_of_accounts_are_told_to_the_asker_alone()
    {
        var (ann, bob, place) = await TwoInShared();
        _there.OpenPrivate(ann);
        await _there.TypeAsync(ann, place, "/model opus@anthropic:work");

        var status = await _there.TypeAsync(ann, place, "/model status");
        await _there.TypeAsync(ann, place, "/model why");
        await _there.TypeAsync(ann, place, "/model history");
        await _there.TypeAsync(ann, place, "/model list");

        Assert.That(status.Text, Does.Contain("anthropic:work"));
        Assert.That(AllSeenBy(bob, place), Does.Not.Contain("anthropic:"));
    }
}
