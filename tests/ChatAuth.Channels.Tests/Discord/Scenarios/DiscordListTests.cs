using ChatAuth.Testing.Discord;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>The list of models, and its numbers.</summary>
internal sealed class DiscordListTests : InteractionScenario
{
    [TableRow("/model, /model list, /models")]
    [TestCase(null)]
    [TestCase("list")]
    public async Task List_shows_the_choice_and_the_models_by_number_with_who_can_serve_each(string? choice)
    {
        var list = await (choice is null ? ModelAsync() : ModelAsync(choice));

        Assert.That(list.OnlyFor, Is.SameAs(Ann));
        Assert.That(Text(list), Does.StartWith("Current: opus").And.Contain("pays"));
        Assert.That(Options(list), Is.EqualTo(new[] { "1. opus ✓", "2. sonnet", "3. gpt", "4. gemini" }));
        Assert.That(list.Menus.Single().Options.Select(option => option.Description), Is.EqualTo(new[]
        {
            "Claude Opus 4.5 — work ready · spare ready", "Claude Sonnet 4.5 — work ready · spare ready", "GPT-5.2 — team ready", "no account",
        }));
        Assert.That(await HistoryAsync(), Is.Empty);
    }

    [Test]
    public async Task List_of_one_provider_keeps_the_numbers_of_the_whole_list() =>
        Assert.That(Options(await ModelAsync("list openai")), Is.EqualTo(new[] { "3. gpt" }));

    [TableRow("/model, /model list, /models")]
    [Test]
    public async Task Model_with_several_accounts_takes_a_second_step()
    {
        var accounts = await SendAsync((await ModelAsync()).Choose(Ann, "sonnet"));
        var before = (Options(accounts), await ModelAt());

        var pinned = await SendAsync(accounts.Choose(Ann, "spare"));

        Assert.That(before, Is.EqualTo((new[] { "a. work ✓", "b. spare" }, (string?)null)));
        Assert.That(Text(pinned), Does.Contain("anthropic:spare pays"));
        Assert.That((await ModelAt(), await PinAt()), Is.EqualTo(("claude-sonnet-4-5", "anthropic:spare")));
        Assert.That(Announced.Single(), Does.Contain("sonnet").And.Contain("The spare account").And.Not.Contain("anthropic:spare"));
    }

    [TableRow("/model 3")]
    [Test]
    public async Task Number_is_that_row_of_the_list()
    {
        await ModelAsync("list openai");

        var chosen = await ModelAsync("3");

        Assert.That(await ModelAt(), Is.EqualTo("gpt-5.2"));
        Assert.That(Text(chosen), Does.Contain("openai:team pays"));
    }

    [TableRow("/model 3")]
    [Test]
    public async Task Number_of_a_model_with_several_accounts_asks_for_the_account()
    {
        await ModelAsync();

        var accounts = await ModelAsync("2");

        Assert.That(Options(accounts), Is.EqualTo(new[] { "a. work ✓", "b. spare" }));
        Assert.That(await HistoryAsync(), Is.Empty);
    }

    [TableRow("/model 3")]
    [Test]
    public async Task Number_of_a_list_whose_rows_have_changed_gets_a_fresh_one_that_then_holds()
    {
        await ModelAsync();
        World.Credentials.Key("anthropic:api");

        var fresh = await ModelAsync("3");
        var before = await HistoryAsync();
        await ModelAsync("3");

        AssertFresh(fresh);
        Assert.That(before, Is.Empty);
        Assert.That(await ModelAt(), Is.EqualTo("gpt-5.2"));
    }

    [TableRow("/model 3")]
    [Test]
    public async Task Number_after_somebody_chose_gets_a_fresh_list()
    {
        await ModelAsync();
        await SendAsync(Channel.Slash(Bob, "model", ("choice", "sonnet")));

        AssertFresh(await ModelAsync("3"));
        Assert.That(await ModelAt(), Is.EqualTo("claude-sonnet-4-5"));
    }

    [TableRow("/model 3")]
    [Test]
    public async Task Number_of_another_persons_list_gets_a_fresh_one()
    {
        await ModelAsync(("public", true));

        AssertFresh(await SendAsync(Channel.Slash(Bob, "model", ("choice", "3"))));
        Assert.That(await HistoryAsync(), Is.Empty);
    }

    [TableRow("/model 3")]
    [Test]
    public async Task Number_that_was_sent_before_the_list_gets_a_fresh_one()
    {
        var number = Channel.Slash(Ann, "model", ("choice", "3"));
        World.Time.Advance(TimeSpan.FromSeconds(1));
        await ModelAsync();

        AssertFresh(await SendAsync(number));
        Assert.That(await HistoryAsync(), Is.Empty);
    }

    [TableRow("/model 3")]
    [Test]
    public async Task Number_that_no_row_has_is_an_error()
    {
        await ModelAsync();

        Assert.That(Text(await ModelAsync("5")), Does.Contain("[row-unknown]"));
        Assert.That(await HistoryAsync(), Is.Empty);
    }

    private static void AssertFresh(FakeDiscordMessage list)
    {
        Assert.That(Text(list), Does.Contain("[picker-stale]"));
        Assert.That(Options(list), Does.Contain("3. gpt"));
    }
}
