using ChatAuth.Core.Access;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>What owners are told by Telegram without asking.</summary>
internal sealed class TelegramOwnerNoticesTests : TelegramScenario
{
    private FakeUser _ann = null!;
    private FakeChat _direct = null!;

    [SetUp]
    public async Task SetUp()
    {
        _ann = Server.AddPerson("Ann");
        _direct = Server.PrivateChat(_ann).AlreadyOpen();
        await World.Access.SaveOwnerAsync(PersonOf(_ann), owner: true, default);
    }

    [Test]
    public async Task Owner_is_told_in_the_direct_chat_once()
    {
        World.Credentials.Token("anthropic:spare", World.Time.GetUtcNow().AddHours(1));

        await World.TellOwners();
        await World.TellOwners();

        Assert.That(_direct.BotMessages.Single().Text, Is.EqualTo(
            "Ends soon: anthropic:spare, 2026-03-01 13:00 UTC.\n"
            + "On the host: chatauth models auth paste-token --provider anthropic --profile-id spare --same-account"));
    }

    [Test]
    public async Task Pin_that_breaks_in_a_group_is_told_to_owners_and_the_group_hears_of_no_owner()
    {
        var group = await OpenGroupAsync(Server.AddSupergroup("Engineering"));
        var bob = Server.AddPerson("Bob");
        await Stage.SayAsync(group, bob, $"/model@{Server.BotUsername} opus@anthropic:work");
        World.Credentials.Remove("anthropic:work");
        await group.WaitForReplyAsync(await Stage.SayAsync(group, bob, "hello", replyTo: group.LastMessage));
        var before = TextIn(group);

        await World.TellOwners();

        Assert.That(_direct.BotMessages.Single().Text, Does.StartWith($"A pin is broken: anthropic:work in {Stage.KeyOf(group)}. ").And.Not.Contain("Engineering").And.Not.Contain("Bob"));
        Assert.That(TextIn(group), Is.EqualTo(before));
    }

    [Test]
    public async Task Owner_who_blocked_the_bot_keeps_nobody_from_being_told_and_is_tried_once()
    {
        _direct.Block();
        var bob = Server.AddPerson("Bob");
        var his = Server.PrivateChat(bob).AlreadyOpen();
        await World.Access.SaveOwnerAsync(PersonOf(bob), owner: true, default);
        World.Credentials.Token("anthropic:spare", World.Time.GetUtcNow().AddHours(1));

        await World.TellOwners();
        await World.TellOwners();

        Assert.That(Server.RequestsOf("sendMessage").Select(request => request.Status), Is.EquivalentTo(new[] { 403, 200 }));
        Assert.That(his.BotMessages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Owner_who_never_opened_a_chat_is_tried_once()
    {
        await World.Access.SaveOwnerAsync(PersonOf(_ann), owner: false, default);
        await World.Access.SaveOwnerAsync(PersonOf(Server.AddPerson("Carol")), owner: true, default);
        World.Credentials.Token("anthropic:spare", World.Time.GetUtcNow().AddHours(1));

        await World.TellOwners();
        await World.TellOwners();

        Assert.That(Server.RequestsOf("sendMessage").Select(request => request.Status), Is.EqualTo(new[] { 403 }));
    }

    [Test]
    public async Task Flood_is_waited_for_and_nothing_is_said_twice()
    {
        World.Time.PassesAtOnce = TimeSpan.FromSeconds(7);
        Server.Faults.Flood(7, _direct, "sendMessage");
        World.Credentials.Token("anthropic:spare", World.Time.GetUtcNow().AddHours(1));

        await World.TellOwners();

        Assert.That(_direct.BotMessages, Has.Count.EqualTo(1));
        Assert.That(Server.RequestsOf("sendMessage").Select(request => request.Status), Is.EqualTo(new[] { 429, 200 }));
    }

    [Test]
    public async Task Two_processes_of_one_installation_tell_once()
    {
        var one = World;
        var other = (await Stage.StartAnotherAsync()).World;
        one.Credentials.Token("anthropic:spare", one.Time.GetUtcNow().AddHours(1));

        await Task.WhenAll(one.TellOwners(), other.TellOwners());

        Assert.That(_direct.BotMessages, Has.Count.EqualTo(1));
    }

    private static Person PersonOf(FakeUser user) => new("telegram", user.Id);
}
