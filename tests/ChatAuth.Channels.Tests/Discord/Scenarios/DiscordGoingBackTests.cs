using ChatAuth.Core.Access;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>The ways back, and the list of what was done.</summary>
internal sealed class DiscordGoingBackTests : InteractionScenario
{
    [TableRow("/model reset, unpin, inherit")]
    [Test]
    public async Task Reset_returns_to_the_configured_default()
    {
        await ModelAsync("gpt@team");

        var reply = await ModelAsync("reset");

        Assert.That(Text(reply), Does.Contain("opus").And.Contain("anthropic:work pays"));
        Assert.That(await ModelAt(), Is.Null);
        Assert.That(Announced, Has.Count.EqualTo(2));
    }

    [TableRow("/model reset, unpin, inherit")]
    [Test]
    public async Task Unpin_drops_the_pin_of_the_current_provider_alone()
    {
        await ModelAsync("gpt@team");
        await ModelAsync("sonnet@spare");

        var reply = await ModelAsync("unpin");

        Assert.That(Text(reply), Does.StartWith("Unpinned").And.Contain("Still pinned at openai: openai:team"));
        Assert.That((await ModelAt(), await PinAt(), await PinAt(provider: "openai")), Is.EqualTo(("claude-sonnet-4-5", (string?)null, "openai:team")));
    }

    [TableRow("/model reset, unpin, inherit")]
    [Test]
    public async Task Inherit_has_a_thread_follow_its_channel_again()
    {
        var thread = Channel.AddThread("release");
        await SendAsync(thread.Slash(Ann, "model", ("choice", "opus@work")));
        await ModelAsync("sonnet@spare");

        var reply = await SendAsync(thread.Slash(Ann, "model", ("choice", "inherit")));

        Assert.That(Text(reply), Does.Contain("sonnet").And.Contain("anthropic:spare"));
        Assert.That((await ModelAt(thread), await PinAt(thread)), Is.EqualTo(("claude-sonnet-4-5", "anthropic:spare")));
    }

    [TableRow("/model reset, unpin, inherit")]
    [Test]
    public async Task Inherit_where_there_is_no_parent_is_an_error() => Assert.That(Text(await ModelAsync("inherit")), Does.Contain("[no-parent]"));

    [TableRow("/model undo, history")]
    [Test]
    public async Task Undo_brings_back_what_stood_before_with_its_end()
    {
        var end = World.Time.GetUtcNow().AddHours(2);
        await ModelAsync(("choice", "sonnet@spare"), ("for", "2h"));
        World.Time.Set(end.AddHours(-1));
        await ModelAsync("gpt@team");

        var reply = await ModelAsync("undo");

        Assert.That(Text(reply), Does.StartWith("Undone. Now: sonnet").And.Contain("anthropic:spare pays"));
        Assert.That(((await StateAsync()).Model.Until, await PinAt()), Is.EqualTo((end, "anthropic:spare")));
    }

    [TableRow("/model undo, history")]
    [Test]
    public async Task Undo_takes_each_change_back_once()
    {
        await ModelAsync("sonnet");
        await ModelAsync("undo");

        var again = await ModelAsync("undo");

        Assert.That(Text(again), Does.Contain("[nothing-to-undo]"));
        Assert.That(await ModelAt(), Is.Null);
    }

    [TableRow("/model undo, history")]
    [Test]
    public async Task Undo_of_what_this_person_could_not_type_now_is_refused()
    {
        await ModelAsync("opus@work");
        await ModelAsync("unpin");
        await World.Access.SaveRuleAsync(
            new AccessRule("bob", true, Rights.Pin, PersonOf(Bob), null, TestWorld.Pattern($"{KeyOf()}")), default);

        var refused = await SendAsync(Channel.Slash(Bob, "model", ("choice", "undo")));

        Assert.That(Text(refused), Does.Contain("[undo-not-permitted]"));
        Assert.That(await PinAt(), Is.Null);
    }

    [TableRow("/model undo, history")]
    [Test]
    public async Task Undo_is_a_button_of_each_change()
    {
        var reply = await ModelAsync("sonnet@spare");

        await SendAsync(reply.Click(Ann, "Undo"));

        Assert.That((await ModelAt(), await PinAt()), Is.EqualTo(((string?)null, (string?)null)));
    }

    [TableRow("/model undo, history")]
    [Test]
    public async Task History_lists_the_changes_newest_first_with_who_made_them()
    {
        await ModelAsync("sonnet@spare");
        await SendAsync(Channel.Slash(Bob, "model", ("choice", "gpt")));

        var lines = Text(await ModelAsync("history")).Split('\n');

        Assert.That(lines, Has.Length.EqualTo(3));
        Assert.That(lines[1], Does.Contain($"model-selected by discord:{Bob.Id}: gpt"));
        Assert.That(lines[2], Does.Contain("profile-pinned by you: sonnet, anthropic:spare pinned"));
        Assert.That(Text(await ModelAsync("history 1")).Split('\n'), Has.Length.EqualTo(2));
    }
}
