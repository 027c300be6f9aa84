using ChatAuth.Core.Access;

namespace ChatAuth.Testing.Contracts.Channels;

/// <content>The status and what it offers.</content>
public abstract partial class ChatChannelContract
{
    [Test]
    public async Task Status_offers_another_account_unpin_test_and_itself()
    {
        var (ann, place) = await OwnerInPrivate();
        await _there.TypeAsync(ann, place, "/model opus@work");

        var status = await _there.TypeAsync(ann, place, "/model status");

        Assert.That(new[] { "Switch account", "Unpin", "Test", "Redraw" }.Where(way => !status.Menu.Offers(way)), Is.Empty);
        Assert.That(status.Text, Does.Contain("anthropic:work"));
    }

    [Test]
    public async Task Status_leads_to_another_account()
    {
        var (ann, place) = await OwnerInPrivate();
        await _there.TypeAsync(ann, place, "/model opus@work");
        var status = await _there.TypeAsync(ann, place, "/model status");
        var accounts = await _there.ChooseAsync(ann, status.Menu, "Switch account");

        await _there.ChooseAsync(ann, accounts.Menu, "spare");

        Assert.That(accounts.Menu.Choice("work"), Does.Contain("✓"));
        Assert.That(await PinnedAt(place), Is.EqualTo("spare"));
    }

    [Test]
    public async Task Status_resets_to_the_configured_default_and_that_is_undone_by_choice()
    {
        var (ann, place) = await OwnerInPrivate();
        await _there.TypeAsync(ann, place, "/model sonnet@spare");
        var status = await _there.TypeAsync(ann, place, "/model status");

        var reset = await _there.ChooseAsync(ann, status.Menu, "Reset");
        var afterReset = (await ModelAt(place), await PinnedAt(place));
        await _there.ChooseAsync(ann, reset.Menu, "Undo");

        Assert.That(afterReset, Is.EqualTo(((string?)null, (string?)null)));
        Assert.That((await ModelAt(place), await PinnedAt(place)), Is.EqualTo(("anthropic/claude-sonnet-4-5", "spare")));
    }

    [Test]
    public async Task Status_of_the_default_offers_no_reset()
    {
        var (ann, place) = await OwnerInPrivate();

        var status = await _there.TypeAsync(ann, place, "/model status");

        Assert.That(status.Menu.Offers("Reset"), Is.False);
    }

    [Test]
    public async Task Status_offers_no_change_to_who_may_only_look_and_ask()
    {
        var ann = _there.AddPerson("Ann");
        var place = _there.OpenPrivate(ann);
        await Admit(ann, place);
        await _there.TypeAsync(ann, place, "/model opus@work");
        await Admit(ann, place, Rights.Ask | Rights.View);

        var status = await _there.TypeAsync(ann, place, "/model status");

        Assert.That(new[] { "Switch account", "Unpin", "Reset", "Test" }.Where(way => status.Menu.Offers(way)), Is.Empty);
        Assert.That(status.Menu.Offers("Redraw"));
    }

    [Test]
    public async Task Status_unpins()
    {
        var (ann, place) = await OwnerInPrivate();
        await _there.TypeAsync(ann, place, "/model opus@work");
        var status = await _there.TypeAsync(ann, place, "/model status");

        await _there.ChooseAsync(ann, status.Menu, "Unpin");

        Assert.That(await PinnedAt(place), Is.Null);
    }

    [Test]
    public async Task Status_tests_the_account_that_would_serve()
    {
        var (ann, place) = await OwnerInPrivate();
        await _there.TypeAsync(ann, place, "/model opus@work");
        var status = await _there.TypeAsync(ann, place, "/model status");

        var tested = await _there.ChooseAsync(ann, status.Menu, "Test");

        Assert.That(tested.Text, Does.Contain("answered"));
        Assert.That(World.Vendor.Seen.Single().Profile.Name, Is.EqualTo("work"));
    }

    [Test]
    public async Task Status_that_has_not_changed_is_redrawn_without_an_error()
    {
        var (ann, place) = await OwnerInPrivate();
        var status = await _there.TypeAsync(ann, place, "/model status");

        await _there.ChooseAsync(ann, status.Menu, "Redraw");

        Assert.That(AllSeenBy(ann, place), Is.EqualTo($"{status.Menu}"));
    }
}
