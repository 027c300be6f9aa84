using ChatAuth.Core.Access;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>Who sees an answer, and where there is none.</summary>
internal sealed class DiscordVisibilityTests : InteractionScenario
{
    [TestCase("status")]
    [TestCase("opus@work")]
    [TestCase("why")]
    public async Task Answer_that_is_asked_for_in_public_is_seen_by_all_without_ids(string choice)
    {
        var reply = await ModelAsync(("choice", choice), ("public", true));

        Assert.That(reply.IsEphemeral, Is.False);
        Assert.That(Text(reply), Does.Contain("The work account").And.Not.Contain("anthropic:work"));
        Assert.That(Announced, Is.Empty);
    }

    [Test]
    public async Task Error_of_a_public_command_is_its_askers_alone() =>
        Assert.That((await ModelAsync(("choice", "opsu"), ("public", true))).OnlyFor, Is.SameAs(Ann));

    [Test]
    public async Task Answer_that_is_not_asked_for_in_public_is_its_askers_alone() =>
        Assert.That((await ModelAsync(("choice", "status"), ("public", false))).OnlyFor, Is.SameAs(Ann));

    [Test]
    public async Task Direct_message_is_denied_until_a_rule_names_the_person()
    {
        var direct = Server.DirectMessages(Ann);
        var denied = await SendAsync(direct.Slash(Ann, "model", ("choice", "opus@work")));
        var before = await PinAt(direct);
        await World.Access.SaveRuleAsync(new AccessRule("ann", false, Rights.All, PersonOf(Ann), null, ConversationPattern.Private), default);

        var pinned = await SendAsync(direct.Slash(Ann, "model", ("choice", "opus@work")));

        Assert.That(Text(denied), Does.Contain("[right-missing]").And.Not.Contain("work"));
        Assert.That(before, Is.Null);
        Assert.That(pinned.IsEphemeral, Is.False);
        Assert.That(Text(pinned), Does.Contain("anthropic:work pays"));
        Assert.That(await PinAt(direct), Is.EqualTo("anthropic:work"));
    }

    [Test]
    public async Task Installation_of_a_persons_own_opens_no_place_that_no_rule_names()
    {
        Ann.HasInstalled = true;
        var others = Server.AddGuild("others");
        others.HasBot = false;
        others.Join(Ann);
        FakeDiscordChannel[] elsewhere = [others.AddChannel("talk"), Server.AddConversation(Ann, Bob)];

        foreach (var place in elsewhere)
        {
            var typed = await SendAsync(place.Slash(Ann, "model", ("choice", "opus@work")));
            var asked = await SendAsync(place.Slash(Ann, "ask", ("prompt", "hello"), ("with", "sonnet")));

            Assert.That(Text(typed), Does.Contain("[right-missing]"));
            Assert.That(Text(asked), Does.Contain("[right-missing]"));
            Assert.That(await PinAt(place), Is.Null);
        }
        Assert.That(Served, Is.Empty);
    }

    [Test]
    public async Task Rule_for_a_guild_says_nothing_where_only_a_person_installed_the_application()
    {
        Ann.HasInstalled = true;
        Guild.HasBot = false;

        Assert.That(Text(await ModelAsync("status")), Does.Contain("[right-missing]"));
    }

    [Test]
    public async Task Rule_for_the_conversation_opens_it_wherever_the_application_is_installed()
    {
        Ann.HasInstalled = true;
        var place = Server.AddConversation(Ann, Bob);
        await World.Access.SaveRuleAsync(new AccessRule("there", false, Rights.All, PersonOf(Ann), null, TestWorld.Pattern($"{KeyOf(place)}")), default);

        await SendAsync(place.Slash(Ann, "model", ("choice", "opus@work")));

        Assert.That(await PinAt(place), Is.EqualTo("anthropic:work"));
    }
}
