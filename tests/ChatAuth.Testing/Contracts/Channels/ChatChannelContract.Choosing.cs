namespace ChatAuth.Testing.Contracts.Channels;

/// <content>Lists, the choice by typing and by choosing, and the ways back.</content>
public abstract partial class ChatChannelContract
{
    [Test]
    public async Task List_offers_the_models_and_marks_the_current_one()
    {
        var (ann, place) = await OwnerInPrivate();

        var list = await _there.TypeAsync(ann, place, "/model list");

        Assert.That(list.Menu.Choice("opus"), Does.Contain("✓"));
        Assert.That(list.Menu.Choice("sonnet"), Does.Not.Contain("✓"));
        Assert.That(list.Menu.Offers("gpt"));
    }

    [Test]
    public async Task Model_with_several_accounts_asks_for_one_of_them_with_its_state()
    {
        var (ann, place) = await OwnerInPrivate();
        var list = await _there.TypeAsync(ann, place, "/model list");

        var accounts = await _there.ChooseAsync(ann, list.Menu, "sonnet");

        Assert.That(accounts.Menu.Choice("work"), Does.Contain("ready").And.Contain("subscription"));
        Assert.That(accounts.Menu.Offers("spare"));
        Assert.That(await ModelAt(place), Is.Null);
    }

    [Test]
    public async Task Account_that_is_chosen_is_pinned_and_named_as_who_pays()
    {
        var (ann, place) = await OwnerInPrivate();
        var list = await _there.TypeAsync(ann, place, "/model list");
        var accounts = await _there.ChooseAsync(ann, list.Menu, "sonnet");

        var confirmation = await _there.ChooseAsync(ann, accounts.Menu, "spare");

        Assert.That(confirmation.Text, Does.Contain("sonnet").And.Contain("spare").And.Contain("pays"));
        Assert.That(await PinnedAt(place), Is.EqualTo("spare"));
        Assert.That(await ModelAt(place), Is.EqualTo("anthropic/claude-sonnet-4-5"));
    }

    [Test]
    public async Task Model_with_one_account_is_selected_at_once()
    {
        var (ann, place) = await OwnerInPrivate();
        var list = await _there.TypeAsync(ann, place, "/model list");

        var confirmation = await _there.ChooseAsync(ann, list.Menu, "gpt");

        Assert.That(confirmation.Text, Does.Contain("gpt").And.Contain("team"));
        Assert.That(await ModelAt(place), Is.EqualTo("openai/gpt-5.2"));
    }

    [Test]
    public async Task Pin_that_is_typed_names_who_pays()
    {
        var (ann, place) = await OwnerInPrivate();

        var confirmation = await _there.TypeAsync(ann, place, "/model opus@anthropic:spare");

        Assert.That(confirmation.Text, Does.Contain("opus").And.Contain("anthropic:spare").And.Contain("pays"));
        Assert.That(await PinnedAt(place), Is.EqualTo("spare"));
    }

    [Test]
    public async Task Misspelt_account_is_an_error_with_its_code_and_what_works()
    {
        var (ann, place) = await OwnerInPrivate();

        var reply = await _there.TypeAsync(ann, place, "/model opus@wrok");

        Assert.That(reply.Text, Does.Contain("profile-unknown").And.Contain("work"));
        Assert.That(await ChangesOf(place), Is.Zero);
    }

    [Test]
    public async Task Change_is_undone_by_choice()
    {
        var (ann, place) = await OwnerInPrivate();
        var change = await _there.TypeAsync(ann, place, "/model sonnet@work");

        var undone = await _there.ChooseAsync(ann, change.Menu, "Undo");

        Assert.That(undone.Text, Does.Contain("opus"));
        Assert.That(await PinnedAt(place), Is.Null);
        Assert.That(await ModelAt(place), Is.Null);
    }

    [Test]
    public async Task Reset_goes_back_to_the_default()
    {
        var (ann, place) = await OwnerInPrivate();
        await _there.TypeAsync(ann, place, "/model gpt");

        var reset = await _there.TypeAsync(ann, place, "/model reset");

        Assert.That(reset.Text, Does.Contain("opus"));
        Assert.That(await ModelAt(place), Is.Null);
    }

    [Test]
    public async Task Number_means_the_row_of_the_list_that_arrived()
    {
        var (ann, place) = await OwnerInPrivate();
        var list = await _there.TypeAsync(ann, place, "/model list");
        var number = list.Menu.Choice("gpt").Split('.')[0];

        await _there.TypeAsync(ann, place, $"/model {number}");

        Assert.That(await ModelAt(place), Is.EqualTo("openai/gpt-5.2"));
    }

    [Test]
    public async Task Number_of_a_list_that_never_came_applies_nothing()
    {
        var (ann, place) = await OwnerInPrivate();

        var reply = await _there.TypeAsync(ann, place, "/model 3");

        Assert.That(reply.Menu.Offers("opus"));
        Assert.That(await ChangesOf(place), Is.Zero);
    }
}
