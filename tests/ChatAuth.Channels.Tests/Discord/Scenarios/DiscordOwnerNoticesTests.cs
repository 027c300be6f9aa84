using ChatAuth.Core.Access;
using ChatAuth.Testing.Discord;

namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>What owners are told by Discord without asking.</summary>
internal sealed class DiscordOwnerNoticesTests : InteractionScenario
{
    private FakeDiscordChannel Direct => Server.DirectMessages(Ann);

    [SetUp]
    public Task SetUp() => World.Access.SaveOwnerAsync(PersonOf(Ann), owner: true, default);

    [Test]
    public async Task Owner_is_told_in_direct_messages_that_are_opened_once()
    {
        World.Credentials.Token("anthropic:spare", World.Time.GetUtcNow().AddHours(1));
        await World.TellOwners();
        World.Credentials.Token("anthropic:work", World.Time.GetUtcNow().AddHours(1));
        await World.TellOwners();
        await World.TellOwners();

        Assert.That(Direct.Messages.Select(Text).First(), Is.EqualTo(
            "Ends soon: anthropic:spare, 2026-03-01 13:00 UTC.\n"
            + "On the host: chatauth models auth paste-token --provider anthropic --profile-id spare --same-account"));
        Assert.That((Direct.Messages.Count, Server.RequestsOf(FakeDiscordRoutes.OpenDirectMessages).Count), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task Pin_that_breaks_in_a_guild_is_told_to_owners_and_the_guild_hears_of_no_owner()
    {
        await ModelAsync("opus@anthropic:work");
        World.Credentials.Remove("anthropic:work");
        await AskAsync("hello");
        var before = Channel.Messages.Select(message => message.Content).ToList();

        await World.TellOwners();

        Assert.That(Text(Direct.Messages.Single()), Does.StartWith($"A pin is broken: anthropic:work in {KeyOf()}. "));
        Assert.That(Channel.Messages.Select(message => message.Content), Is.EqualTo(before));
    }

    [Test]
    public async Task Owner_who_takes_no_direct_messages_keeps_nobody_from_being_told_and_is_tried_once()
    {
        Direct.BotMayWrite = false;
        await World.Access.SaveOwnerAsync(PersonOf(Bob), owner: true, default);
        World.Credentials.Token("anthropic:spare", World.Time.GetUtcNow().AddHours(1));

        await World.TellOwners();
        await World.TellOwners();

        Assert.That(Server.RequestsOf(FakeDiscordRoutes.CreateMessage).Select(request => request.Status), Is.EquivalentTo(new[] { 403, 200 }));
        Assert.That(Server.DirectMessages(Bob).Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Person_whom_Discord_does_not_know_is_asked_for_once()
    {
        await World.Access.SaveOwnerAsync(PersonOf(Ann), owner: false, default);
        await World.Access.SaveOwnerAsync(new Person("discord", 1), owner: true, default);
        World.Credentials.Token("anthropic:spare", World.Time.GetUtcNow().AddHours(1));

        await World.TellOwners();
        await World.TellOwners();

        Assert.That(Server.RequestsOf(FakeDiscordRoutes.OpenDirectMessages).Select(request => request.Status), Is.EqualTo(new[] { 400 }));
    }

    [TestCase(FakeDiscordRoutes.OpenDirectMessages)]
    [TestCase(FakeDiscordRoutes.CreateMessage)]
    public async Task Limit_is_waited_for_and_nothing_is_said_twice(string route)
    {
        World.Time.PassesAtOnce = TimeSpan.FromSeconds(7);
        Server.Faults.RateLimit(TimeSpan.FromSeconds(7), route: route);
        World.Credentials.Token("anthropic:spare", World.Time.GetUtcNow().AddHours(1));

        await World.TellOwners();

        Assert.That(Server.RequestsOf(route).Select(request => request.Status), Is.EqualTo(new[] { 429, 200 }));
        Assert.That(Direct.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_could_not_be_told_because_Discord_was_away_stays_due()
    {
        World.Time.PassesAtOnce = TimeSpan.FromSeconds(7);
        Server.Faults.Fail(route: FakeDiscordRoutes.OpenDirectMessages, times: 3);
        World.Credentials.Token("anthropic:spare", World.Time.GetUtcNow().AddHours(1));
        await World.TellOwners();
        var during = Direct.Messages.Count;

        await World.TellOwners();

        Assert.That((during, Direct.Messages.Count), Is.EqualTo((0, 1)));
    }
}
