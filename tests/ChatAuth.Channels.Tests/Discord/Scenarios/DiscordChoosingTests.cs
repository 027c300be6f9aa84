namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>Models and accounts that are typed: for good, for a time, and only asked about.</summary>
internal sealed class DiscordChoosingTests : InteractionScenario
{
    /// <summary>A moment at which no watch looks for what has ended.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    [TableRow("/model opus@anthropic:work")]
    [Test]
    public async Task Model_and_account_are_taken_and_who_pays_is_named()
    {
        var reply = await ModelAsync("sonnet@anthropic:work");

        Assert.That(reply.OnlyFor, Is.SameAs(Ann));
        Assert.That(Text(reply), Does.StartWith("Now: sonnet").And.Contain("pinned to anthropic:work").And.Contain("Next: anthropic:work pays (subscription)."));
        Assert.That((await ModelAt(), await PinAt()), Is.EqualTo(("claude-sonnet-4-5", "anthropic:work")));
        Assert.That((await HistoryAsync()).Single().By, Is.EqualTo(PersonOf(Ann)));
    }

    [TableRow("/model opus@anthropic:work")]
    [Test]
    public async Task Change_is_announced_to_the_others_by_the_public_name()
    {
        await ModelAsync("opus@anthropic:work");

        Assert.That(Announced.Single(), Does.Contain("opus").And.Contain("The work account").And.Not.Contain("anthropic:work"));
        Assert.That(Channel.SeenBy(Bob), Has.Count.EqualTo(1));
    }

    [TableRow("/model @work")]
    [Test]
    public async Task Account_alone_keeps_the_model()
    {
        await ModelAsync("sonnet");

        var reply = await ModelAsync("@work");

        Assert.That(Text(reply), Does.StartWith("Now: sonnet").And.Contain("anthropic:work pays"));
        Assert.That((await ModelAt(), await PinAt()), Is.EqualTo(("claude-sonnet-4-5", "anthropic:work")));
    }

    [TableRow("/model @work")]
    [Test]
    public async Task Short_name_of_another_providers_account_is_an_error()
    {
        var reply = await ModelAsync("@team");

        Assert.That(Text(reply), Does.Contain("[profile-of-other-provider]").And.Contain("/model gpt@openai:team"));
        Assert.That(await HistoryAsync(), Is.Empty);
    }

    [TableRow("/model opus")]
    [Test]
    public async Task Model_alone_leaves_the_pins_and_names_who_is_next()
    {
        await ModelAsync("sonnet@spare");

        var away = await ModelAsync("gpt");
        var back = await ModelAsync("opus");

        Assert.That(Text(away), Does.Contain("Next: openai:team pays (metered).").And.Contain("Still pinned at anthropic: anthropic:spare"));
        Assert.That(Text(back), Does.Contain("Next: anthropic:spare pays (subscription)."));
        Assert.That((await ModelAt(), await PinAt()), Is.EqualTo(("claude-opus-4-5", "anthropic:spare")));
    }

    private static IEnumerable<TestCaseData<(string, object)[]>> ForTwoHours =>
    [
        new([("choice", "opus@work for 2h")]) { TestName = "as text" },
        new([("choice", "opus@work"), ("for", "2h")]) { TestName = "as an option" },
    ];

    [TableRow("… for 2h")]
    [TestCaseSource(nameof(ForTwoHours))]
    public async Task Choice_for_a_time_ends_by_itself_with_one_notice_and_what_stood_before_holds((string, object)[] options)
    {
        await ModelAsync("sonnet@spare");
        var chosen = await ModelAsync(options);
        var until = (await StateAsync()).Model.Until;
        var before = Announced.Count;

        World.Time.Set(until!.Value);
        await Channel.WaitForMessageAsync(message => message.Content.Contains("time is over", StringComparison.Ordinal));
        await World.RecordEnds();
        var next = await ModelAsync("status");

        Assert.That(Text(chosen), Does.Contain("Ends in 2 h"));
        Assert.That(Announced.Skip(before).Single(), Does.StartWith("Its time is over. Now: sonnet").And.Contain("The spare account"));
        Assert.That(Text(next), Does.Not.Contain("Its time is over"));
        Assert.That((await ModelAt(), await PinAt()), Is.EqualTo(("claude-sonnet-4-5", "anthropic:spare")));
    }

    [TableRow("… for 2h")]
    [Test]
    public async Task End_that_a_reply_tells_of_is_told_nowhere_else()
    {
        World.Time.Advance(BetweenLooks);
        await ModelAsync(("choice", "sonnet"), ("for", "2h"));
        World.Time.Advance(TimeSpan.FromHours(2));
        var before = Announced.Count;

        var asked = await AskAsync("hello");
        await World.RecordEnds();

        Assert.That(asked.Content, Does.Contain("Its time is over"));
        Assert.That(Announced, Has.Count.EqualTo(before));
        Assert.That(Served.Single(), Does.StartWith("claude-opus-4-5"));
    }

    private static IEnumerable<TestCaseData<(string, object)[]>> Asked =>
    [
        new([("choice", "sonnet@spare ?")]) { TestName = "a choice" },
        new([("choice", "sonnet@spare for 2h ?")]) { TestName = "a choice for a time" },
        new([("choice", "sonnet@spare ?"), ("for", "2h")]) { TestName = "a choice with a time beside it" },
    ];

    [TableRow("… ?")]
    [TestCaseSource(nameof(Asked))]
    public async Task Question_mark_tells_the_decision_with_its_reasons_and_writes_nothing((string, object)[] options)
    {
        var asked = await ModelAsync(options);

        Assert.That(Text(asked).Split('\n'), Is.SupersetOf(new[]
        {
            "Only asked: nothing was changed.",
            "Next: anthropic:spare would pay (subscription).",
            "- anthropic:spare (subscription, token)  ready · chosen",
            "- anthropic:work (subscription, token)  ready · another is pinned",
        }));
        Assert.That(await World.Sessions.ListAsync(10, default), Is.Empty);
        Assert.That((Served, Announced), Is.EqualTo((Array.Empty<string>(), Array.Empty<string>())));
    }
}
