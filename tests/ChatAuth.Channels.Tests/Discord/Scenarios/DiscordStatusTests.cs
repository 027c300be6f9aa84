using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>What shows how things stand: status, why, test.</summary>
internal sealed class DiscordStatusTests : InteractionScenario
{
    [TableRow("/model status")]
    [Test]
    public async Task Status_tells_each_fact_by_itself()
    {
        await ModelAsync("gpt@team");
        await ModelAsync("sonnet@work");
        await AskAsync("hello");
        await ModelAsync("@spare");

        var status = await ModelAsync("status");

        Assert.That(status.OnlyFor, Is.SameAs(Ann));
        Assert.That(Text(status).Split('\n'), Is.SupersetOf(new[]
        {
            "Current: sonnet · Claude Sonnet 4.5 (anthropic/claude-sonnet-4-5)",
            "Default: opus · Claude Opus 4.5 (anthropic/claude-opus-4-5)",
            "Pinned: anthropic:spare (subscription)",
            "Pinned at openai: openai:team (metered)",
            "Next: anthropic:spare pays (subscription).",
            "Endpoint: https://api.anthropic.com/v1 (anthropic-messages)",
            "- anthropic:work (subscription, token)  ready · another is pinned",
            "- anthropic:spare (subscription, token)  ready · chosen",
        }));
        Assert.That(Text(status), Does.Contain("Last served: anthropic/claude-sonnet-4-5, paid by anthropic:work (subscription)"));
    }

    [TableRow("/model status")]
    [Test]
    public async Task Status_has_a_button_for_each_way_on()
    {
        await ModelAsync("opus@work");

        var status = await ModelAsync("status");

        Assert.That(Labels(status), Is.SupersetOf(new[] { "Switch account", "Unpin", "Test", "Redraw" }));
    }

    [TableRow("/model status")]
    [Test]
    public async Task Buttons_of_the_status_do_what_they_say()
    {
        await ModelAsync("opus@work");
        var accounts = await SendAsync((await ModelAsync("status")).Click(Ann, "Switch account"));
        await SendAsync(accounts.Choose(Ann, "spare"));
        var switched = await PinAt();
        var status = await ModelAsync("status");

        var redrawn = await SendAsync(status.Click(Ann, "Redraw"));
        var unpinned = await SendAsync(status.Click(Ann, "Unpin"));

        Assert.That(switched, Is.EqualTo("anthropic:spare"));
        Assert.That((redrawn, unpinned), Is.EqualTo((status, status)));
        Assert.That(Text(unpinned), Does.StartWith("Unpinned"));
        Assert.That(await PinAt(), Is.Null);
    }

    [Test]
    public async Task Owner_ends_a_rest_with_the_option_or_with_the_button_of_the_status()
    {
        await World.Access.SaveOwnerAsync(PersonOf(Ann), true, default);
        await RestAsync();
        var resting = await ModelAsync("status");

        var tapped = await SendAsync(resting.Click(Ann, "Clear anthropic:work"));
        await RestAsync();
        var typed = await ModelAsync("clear @work");

        Assert.That(Text(resting), Does.Contain("cooling (rate limit), ready in 1 min"));
        Assert.That((Text(tapped), Text(typed)), Is.EqualTo((Text(typed), Text(tapped))));
        Assert.That(Text(typed), Does.StartWith("Cleared: anthropic:work (subscription) may be used again"));
    }

    [Test]
    public async Task Clearing_is_an_owners()
    {
        await RestAsync();

        var status = await ModelAsync("status");
        var refused = await ModelAsync("clear @work");

        Assert.That(Labels(status), Has.None.StartsWith("Clear"));
        Assert.That(Text(refused), Does.Contain("[owner-only]"));
    }

    [TableRow("/model why")]
    [Test]
    public async Task Why_gives_a_reason_for_each_account_and_what_decided()
    {
        World.Credentials.Token("anthropic:api", ends: World.Time.GetUtcNow().AddDays(-1));
        await ModelAsync("opus@spare");

        var why = await ModelAsync("why");

        Assert.That(Text(why).Split('\n'), Is.SupersetOf(new[]
        {
            "Next: anthropic:spare pays (subscription).",
            "Decided by: a pin that a person set here",
            "- anthropic:spare (subscription, token)  ready · chosen",
            "- anthropic:work (subscription, token)  ready · another is pinned",
        }));
        Assert.That(Text(why), Does.Contain("- anthropic:api (subscription, token)  expired"));
    }

    [TableRow("/model test [selector]")]
    [TestCase("test", "claude-opus-4-5 by anthropic:spare")]
    [TestCase("test gpt@team", "gpt-5.2 by openai:team")]
    public async Task Test_asks_the_vendor_with_that_credential_and_chooses_nothing(string choice, string served)
    {
        await ModelAsync("opus@spare");
        var before = await StateAsync();

        var tested = await ModelAsync(choice);

        Assert.That(Served.Single(), Does.StartWith(served));
        Assert.That(Text(tested), Does.Contain($"{served[(served.IndexOf(" by ", StringComparison.Ordinal) + 4)..]}").And.Contain("answered for"));
        Assert.That((await StateAsync()).Choice, Is.EqualTo(before.Choice));
    }

    /// <summary>A message of another conversation is refused for a rate limit.</summary>
    private async Task RestAsync()
    {
        World.Time.Advance(TimeSpan.FromSeconds(1));
        World.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit));
        await World.Ask("/opus@work hello", World.Operator());
        World.Vendor.Fail("anthropic:work", null);
    }

    [TableRow("/model test [selector]")]
    [Test]
    public async Task Test_by_who_may_not_pin_asks_nobody()
    {
        await World.Access.SaveRuleAsync(new AccessRule("bob", true, Rights.Pin, PersonOf(Bob), null, TestWorld.Pattern($"{KeyOf()}")), default);

        var refused = await SendAsync(Channel.Slash(Bob, "model", ("choice", "test")));

        Assert.That(Text(refused), Does.Contain("[right-missing]"));
        Assert.That(Served, Is.Empty);
    }
}
