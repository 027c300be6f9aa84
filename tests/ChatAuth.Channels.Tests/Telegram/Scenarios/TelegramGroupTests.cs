using ChatAuth.Core.Access;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>What is meant for the bot in a group of many people and bots.</summary>
internal sealed class TelegramGroupTests : TelegramScenario
{
    private FakeChat _group = null!;
    private FakeUser _ann = null!;

    protected override TelegramStageOptions Options => new() { Server = new() { FloodLimit = false, CanReadAllGroupMessages = true } };

    [SetUp]
    public async Task OpenGroup()
    {
        _group = await OpenGroupAsync(Server.AddSupergroup("Engineering"));
        _ann = Server.AddPerson("Ann");
    }

    [Test]
    public async Task Talk_among_people_is_no_question()
    {
        await Stage.SayAsync(_group, _ann, "hello everybody");

        Assert.That(World.Vendor.Seen, Is.Empty);
        Assert.That(_group.BotMessages, Is.Empty);
    }

    [Test]
    public async Task Mention_makes_a_question_without_the_name_in_it()
    {
        var asked = await Stage.SayAsync(_group, _ann, $"@{Server.BotUsername} hello");

        Assert.That(Stage.Served, Is.EqualTo(new[] { "anthropic:work: hello" }));
        Assert.That(_group.LastMessage.ReplyTo, Is.SameAs(asked));
    }

    [Test]
    public async Task Reply_to_the_bot_is_a_question()
    {
        await Stage.SayAsync(_group, _ann, "/model sonnet");

        await Stage.SayAsync(_group, _ann, "hello", replyTo: _group.LastMessage);

        Assert.That(Stage.Served, Is.EqualTo(new[] { "anthropic:work: hello" }));
    }

    [Test]
    public async Task Question_of_somebody_who_may_not_ask_is_left_alone()
    {
        var other = Server.AddSupergroup("Others");
        await Stage.AdmitAsync(other, Rights.View | Rights.Switch);

        await Stage.SayAsync(other, _ann, $"@{Server.BotUsername} hello");

        Assert.That(World.Vendor.Seen, Is.Empty);
        Assert.That(other.BotMessages, Is.Empty);
    }

    [TestCase("/model@OtherBot sonnet")]
    [TestCase("/sonnet@Some_Other_Bot")]
    [TestCase("/weather")]
    public async Task Command_of_another_bot_is_left_alone(string text)
    {
        await Stage.SayAsync(_group, _ann, text);

        Assert.That(_group.BotMessages, Is.Empty);
        Assert.That(await Stage.ModelAsync(_group), Is.Null);
    }

    [TestCase("/model@chatauthtestbot sonnet")]
    [TestCase("/sonnet@ChatAuthTestBot")]
    [TestCase("/model: sonnet")]
    public async Task Command_that_names_us_or_nobody_is_ours(string text)
    {
        await Stage.SayAsync(_group, _ann, text);

        Assert.That(await Stage.ModelAsync(_group), Is.EqualTo("claude-sonnet-4-5"));
    }

    [Test]
    public async Task Unknown_command_that_names_us_is_answered()
    {
        await Stage.SayAsync(_group, _ann, "/modle@ChatAuthTestBot");

        Assert.That(_group.LastMessage.Text, Does.Contain("command-unknown").And.Contain("/model"));
    }

    [Test]
    public async Task Words_of_a_group_are_not_remembered()
    {
        await Stage.SayAsync(_group, _ann, $"@{Server.BotUsername} first");

        await Stage.SayAsync(_group, _ann, $"@{Server.BotUsername} second");

        Assert.That(World.Vendor.Seen.Select(seen => seen.Messages), Is.EqualTo(new[] { 1, 1 }));
    }
}
