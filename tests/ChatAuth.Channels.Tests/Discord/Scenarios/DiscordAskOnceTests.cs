using ChatAuth.Core.Access;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary><c>/ask prompt: with:</c>, which is what <c>/opus explain this</c> is on Discord.</summary>
internal sealed class DiscordAskOnceTests : InteractionScenario
{
    private const string AliasRow = "/opus, /opus@work, /opus explain this";

    [TableRow(AliasRow)]
    [TestCase("sonnet", "claude-sonnet-4-5 by anthropic:work: explain this")]
    [TestCase("sonnet@spare", "claude-sonnet-4-5 by anthropic:spare: explain this")]
    [TestCase("gpt@openai:team", "gpt-5.2 by openai:team: explain this")]
    [TestCase("@spare", "claude-opus-4-5 by anthropic:spare: explain this")]
    [TestCase("\"sonnet\"", "claude-sonnet-4-5 by anthropic:work: explain this")]
    public async Task Prompt_is_asked_once_with_that_and_nothing_is_chosen(string with, string served)
    {
        await AskAsync("before");

        var answer = await AskAsync("explain this", with);

        Assert.That(Served.Skip(1), Is.EqualTo(new[] { served }));
        Assert.That(answer.IsEphemeral, Is.False);
        Assert.That(await HistoryAsync(), Is.Empty);
        Assert.That((await ModelAt(), await PinAt()), Is.EqualTo(((string?)null, (string?)null)));
    }

    [TableRow(AliasRow)]
    [Test]
    public async Task Choice_holds_before_and_after_a_prompt_with_something_else()
    {
        await ModelAsync("opus@work");
        var before = (await StateAsync()).Choice;

        await AskAsync("one", "sonnet@spare");
        await AskAsync("two");

        Assert.That(Served, Is.EqualTo(new[] { "claude-sonnet-4-5 by anthropic:spare: one", "claude-opus-4-5 by anthropic:work: two" }));
        Assert.That((await StateAsync()).Choice, Is.EqualTo(before));
    }

    [TableRow(AliasRow)]
    [Test]
    public async Task Answer_says_who_paid()
    {
        var answer = await AskAsync("explain this", "sonnet@spare");

        Assert.That(answer.Content, Does.EndWith("-# answered by anthropic/claude-sonnet-4-5, paid by The spare account (subscription)"));
    }

    [TableRow(AliasRow)]
    [TestCase("opsu", "model-unknown", "opus")]
    [TestCase("opus@wrok", "profile-unknown", "/model status")]
    [TestCase("opus for 2h", "text-unexpected", "opus")]
    [TestCase("status", "model-unknown", "/model status")]
    public async Task Anything_but_a_model_or_account_is_an_error_and_is_not_sent(string with, string code, string works)
    {
        var refused = await AskAsync("explain this", with);

        Assert.That(Text(refused), Does.Contain($"[{code}]").And.Contain("at column").And.Contain(works));
        Assert.That(Served, Is.Empty);
    }

    [Test]
    public async Task Other_provider_without_its_own_pin_is_refused_beside_a_pin()
    {
        await ModelAsync("opus@work");

        var refused = await AskAsync("explain this", "gpt");

        Assert.That(Text(refused), Does.Contain("Name the one that pays").And.Contain("[other-credential-pinned]").And.Not.Contain("openai:team"));
        Assert.That(Served, Is.Empty);
    }

    /// <summary>Where others read, ids stay untold.</summary>
    [TableRow(AliasRow)]
    [TestCase("opus@wrok", "What works: opus@anthropic:work")]
    [TestCase("gpt", "What works: /ask prompt:… with:gpt@openai:team")]
    public async Task Account_that_works_is_named_in_direct_messages(string with, string works)
    {
        var direct = Server.DirectMessages(Ann);
        await World.Access.SaveRuleAsync(new AccessRule("ann", false, Rights.All, PersonOf(Ann), null, ConversationPattern.Private), default);
        await SendAsync(direct.Slash(Ann, "model", ("choice", "opus@work")));

        var refused = await SendAsync(direct.Slash(Ann, "ask", ("prompt", "explain this"), ("with", with)));

        Assert.That(Text(refused), Does.Contain(works));
        Assert.That(Served, Is.Empty);
    }

    [TableRow(AliasRow)]
    [TestCase("sonnet", "claude-sonnet-4-5", null)]
    [TestCase("sonnet@work", "claude-sonnet-4-5", "anthropic:work")]
    public async Task Alias_without_a_prompt_is_a_choice_of_the_command(string choice, string model, string? pin)
    {
        await ModelAsync(choice);

        Assert.That((await ModelAt(), await PinAt()), Is.EqualTo((model, pin)));
        Assert.That(Served, Is.Empty);
    }
}
