namespace ChatAuth.Testing.Contracts.Channels;

/// <content>Menus that are another's, old or made up, and what the platform tells twice.</content>
public abstract partial class ChatChannelContract
{
    [Test]
    public async Task Choice_of_another_person_is_refused_and_does_nothing()
    {
        var (ann, bob, place) = await TwoInShared();
        var list = await _there.TypeForAllAsync(ann, place, "/model list");

        var refused = await _there.ChooseAsync(bob, list.Menu, "gpt");

        Assert.That(refused.Text, Does.Contain("somebody else"));
        Assert.That(await ChangesOf(place), Is.Zero);
    }

    [Test]
    public async Task Number_of_another_person_s_list_does_nothing()
    {
        var (ann, bob, place) = await TwoInShared();
        await _there.TypeAsync(ann, place, "/model list");

        var reply = await _there.TypeAsync(bob, place, "/model 3");

        Assert.That(reply.Menu.Offers("gpt"), $"{reply}");
        Assert.That(await ChangesOf(place), Is.Zero);
    }

    [Test]
    public async Task Stale_menu_gives_the_list_afresh_and_applies_nothing()
    {
        var (ann, place) = await OwnerInPrivate();
        var list = await _there.TypeAsync(ann, place, "/model list");
        await _there.TypeAsync(ann, place, "/model sonnet@work");

        var fresh = await _there.ChooseAsync(ann, list.Menu, "gpt");

        Assert.That(fresh.Menu.Choice("sonnet"), Does.Contain("✓"));
        Assert.That(await ModelAt(place), Is.EqualTo("anthropic/claude-sonnet-4-5"));
    }

    [Test]
    public async Task Menu_of_yesterday_gives_the_list_afresh_and_applies_nothing()
    {
        var (ann, place) = await OwnerInPrivate();
        var list = await _there.TypeAsync(ann, place, "/model list");
        await _there.PassAsync(TimeSpan.FromHours(25));

        var fresh = await _there.ChooseAsync(ann, list.Menu, "gpt");

        Assert.That(fresh.Menu.Offers("gpt"), $"{fresh}");
        Assert.That(await ChangesOf(place), Is.Zero);
    }

    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("gpt")]
    [TestCase("/model gpt")]
    public async Task Choice_that_no_menu_offered_does_nothing(string token)
    {
        var (ann, place) = await OwnerInPrivate();
        var list = await _there.TypeAsync(ann, place, "/model list");

        var reply = await _there.ForgeAsync(ann, list.Menu, token);

        Assert.That(reply.IsNothing, Is.False);
        Assert.That(await ChangesOf(place), Is.Zero);
    }

    [Test]
    public async Task Command_that_is_told_twice_is_applied_once()
    {
        var (ann, place) = await OwnerInPrivate();
        await _there.TypeAsync(ann, place, "/model sonnet@work");

        await _there.RedeliverAsync();

        Assert.That(await ChangesOf(place), Is.EqualTo(1));
    }

    [Test]
    public async Task Choice_that_is_told_twice_is_applied_once()
    {
        var (ann, place) = await OwnerInPrivate();
        var list = await _there.TypeAsync(ann, place, "/model list");
        await _there.ChooseAsync(ann, list.Menu, "gpt");

        await _there.RedeliverAsync();

        Assert.That(await ChangesOf(place), Is.EqualTo(1));
    }

    [Test]
    public async Task Question_that_is_told_twice_is_asked_once()
    {
        var (ann, place) = await OwnerInPrivate();
        await _there.AskAsync(ann, place, "What is the time?");

        await _there.RedeliverAsync();

        Assert.That(Served(), Is.EqualTo(new[] { "anthropic:work: What is the time?" }));
    }
}
