using ChatAuth.Testing.Discord;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>The answers to the question who may pay, typed and by button.</summary>
internal sealed class DiscordConsentTests : InteractionScenario
{
    private const string First = "claude-opus-4-5 by anthropic:work: first";
    private const string Second = "claude-opus-4-5 by anthropic:api: second";

    /// <summary>A subscription paid for the first message; only a metered key is left for the second.</summary>
    private async Task<FakeDiscordMessage> BeAskedAsync()
    {
        World.Credentials.Key("anthropic:api").Remove("anthropic:spare");
        await AskAsync("first");
        World.Credentials.Remove("anthropic:work");
        return await AskAsync("second");
    }

    [TableRow("/model allow [once|session|never], deny")]
    [Test]
    public async Task Other_payer_is_asked_about_with_buttons_before_anything_is_sent()
    {
        var question = await BeAskedAsync();

        Assert.That(Text(question), Does.Contain("[payer-change]").And.Contain("The api account (metered)"));
        Assert.That(Labels(question), Is.EqualTo(new[] { "Yes, The api account pays once", "Yes, The api account pays here", "No" }));
        Assert.That(Served, Is.EqualTo(new[] { First }));
    }

    [TableRow("/model allow [once|session|never], deny")]
    [TestCase("allow")]
    [TestCase("allow once")]
    public async Task Allow_sends_the_message_that_was_held_and_the_next_is_asked_about(string choice)
    {
        await BeAskedAsync();

        var answer = await ModelAsync(choice);
        var next = await AskAsync("third");

        Assert.That(answer.IsEphemeral, Is.False);
        Assert.That(answer.Content, Does.Contain("paid by The api account (metered)"));
        Assert.That(Text(next), Does.Contain("[payer-change]"));
        Assert.That(Served, Is.EqualTo(new[] { First, Second }));
    }

    [TableRow("/model allow [once|session|never], deny")]
    [Test]
    public async Task Allow_session_holds_while_the_choice_stands()
    {
        await BeAskedAsync();

        await ModelAsync("allow session");
        await AskAsync("third");

        Assert.That(Served, Is.EqualTo(new[] { First, Second, "claude-opus-4-5 by anthropic:api: third" }));
    }

    [TableRow("/model allow [once|session|never], deny")]
    [Test]
    public async Task Allow_never_sends_nothing_and_asks_no_more()
    {
        await BeAskedAsync();

        await ModelAsync("allow never");
        var next = await AskAsync("third");

        Assert.That(Labels(next).Where(label => label.StartsWith("Yes", StringComparison.Ordinal)), Is.Empty);
        Assert.That(Served, Is.EqualTo(new[] { First }));
    }

    [TableRow("/model allow [once|session|never], deny")]
    [Test]
    public async Task Deny_forgets_the_message()
    {
        await BeAskedAsync();

        var denied = await ModelAsync("deny");
        var late = await ModelAsync("allow");

        Assert.That(Text(denied), Does.Contain("does not pay for that message"));
        Assert.That(Text(late), Does.Contain("[nothing-asked]"));
        Assert.That(Served, Is.EqualTo(new[] { First }));
    }

    [TableRow("/model allow [once|session|never], deny")]
    [Test]
    public async Task Allow_after_a_quarter_of_an_hour_serves_the_next_message()
    {
        await BeAskedAsync();
        World.Time.Advance(TimeSpan.FromMinutes(16));

        var allowed = await ModelAsync("allow");
        await AskAsync("third");
        await AskAsync("fourth");

        Assert.That(Text(allowed), Does.Contain("send it again"));
        Assert.That(Served, Is.EqualTo(new[] { First, "claude-opus-4-5 by anthropic:api: third" }));
    }

    [TableRow("/model allow [once|session|never], deny")]
    [Test]
    public async Task Allow_after_the_choice_moved_is_refused()
    {
        await BeAskedAsync();
        await SendAsync(Channel.Slash(Bob, "model", ("choice", "sonnet")));

        var refused = await ModelAsync("allow");

        Assert.That(Text(refused), Does.Contain("[choice-moved]"));
        Assert.That(Served, Is.EqualTo(new[] { First }));
    }

    [TableRow("/model allow [once|session|never], deny")]
    [Test]
    public async Task Question_to_one_person_is_not_answered_by_another()
    {
        var question = await BeAskedAsync();

        var typed = await SendAsync(Channel.Slash(Bob, "model", ("choice", "allow")));
        await SendAsync(question.Click(Bob, "once"));

        Assert.That(Text(typed), Does.Contain("[nothing-asked]"));
        Assert.That(Served, Is.EqualTo(new[] { First }));
    }

    [TableRow("/model allow [once|session|never], deny")]
    [Test]
    public async Task Button_sends_the_message_that_was_held()
    {
        var question = await BeAskedAsync();

        var answer = await SendAsync(question.Click(Ann, "once"));

        Assert.That(answer.Content, Does.Contain("paid by The api account (metered)"));
        Assert.That(Served, Is.EqualTo(new[] { First, Second }));
    }
}
