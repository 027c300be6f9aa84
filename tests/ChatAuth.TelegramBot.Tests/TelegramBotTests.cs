using ChatAuth.Core.Access;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Telegram;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace ChatAuth.TelegramBot.Tests;

/// <summary>A bot that had commands of its own before it was given ChatAuth.</summary>
internal sealed class TelegramBotTests
{
    private LibraryStage _stage = null!;
    private FakeUser _ann = null!;
    private FakeChat _direct = null!;

    private async Task StartAsync(FakeTelegramOptions? fake = null, bool polls = true)
    {
        _stage = await LibraryStage.StartAsync(fake: fake, polls: polls);
        _stage.World.Credentials.Token("anthropic:work").Token("anthropic:spare");
        _ann = _stage.Server.AddPerson("Ann");
        _direct = _stage.Server.PrivateChat(_ann).AlreadyOpen();
        await _stage.World.Access.SaveRuleAsync(new AccessRule("private", false, Rights.All, null, null, ConversationPattern.Private), default);
    }

    [TearDown]
    public async Task Stop()
    {
        if (_stage is null) return;
        await _stage.DisposeAsync();
        Assert.That(_stage.Server.Defects, Is.Empty);
        Assert.That(_stage.Errors, Is.Empty);
    }

    [Test]
    public async Task Command_taps_and_edits_are_answered_by_the_bots_client()
    {
        await StartAsync();

        _direct.Write("/model");
        await _stage.SettleAsync();
        var menu = _direct.BotMessages.Single();
        await TapAsync(menu, "opus");
        await TapAsync(menu, "spare");

        Assert.That(menu.Text, Does.Contain("spare"));
        Assert.That(menu.EditCount, Is.EqualTo(2));
        Assert.That(_stage.Left, Is.Empty);
    }

    [Test]
    public async Task Question_to_an_alias_is_asked_and_holds_up_nothing()
    {
        await StartAsync();

        _direct.Write("/opus@anthropic:spare hello");
        await _stage.SettleAsync();

        Assert.That($"{_stage.World.Vendor.Seen.Single().Profile}", Is.EqualTo("anthropic:spare"));
        Assert.That(_direct.BotMessages.Single().Text, Does.Contain("anthropic:spare"));
    }

    [TestCase("/start")]
    [TestCase("/weather")]
    [TestCase("/new")]
    [TestCase("hello")]
    [TestCase("sk-ant-api03-FAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKE")]
    public async Task What_is_the_bots_own_is_left_to_it(string text)
    {
        await StartAsync();

        _direct.Write(text);
        await _stage.SettleAsync();

        Assert.That(_stage.Left.Select(update => update.Message?.Text), Is.EqualTo(new[] { text }));
        Assert.That(_direct.BotMessages, Is.Empty);
    }

    [Test]
    public async Task Button_of_the_bots_own_is_left_to_it()
    {
        await StartAsync();
        await _stage.Client.SendMessage(_direct.Id, "Rain?", replyMarkup: new InlineKeyboardButton("Yes") { CallbackData = "rain" });

        _direct.TapLabel(_ann, _direct.BotMessages.Single(), "Yes");
        await _stage.SettleAsync();

        Assert.That(_stage.Left.Single().CallbackQuery?.Data, Is.EqualTo("rain"));
        Assert.That(_stage.Server.RequestsOf("answerCallbackQuery"), Is.Empty);
    }

    [Test]
    public async Task In_a_group_only_commands_to_this_bot_are_answered()
    {
        await StartAsync(new FakeTelegramOptions { FloodLimit = false, CanReadAllGroupMessages = true });
        var group = _stage.Server.AddGroup("Friends");
        await AdmitAsync(group);

        group.Write(_ann, "/model@SomeOtherBot");
        group.Write(_stage.Server.AddBot("EchoBot"), "/model");
        group.Write(_ann, $"/model@{_stage.Server.BotUsername} list");
        await _stage.SettleAsync();

        Assert.That(_stage.Left, Has.Count.EqualTo(2));
        Assert.That(group.BotMessages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Answer_lands_in_the_topic_that_was_asked_in()
    {
        await StartAsync();
        var forum = _stage.Server.AddForum("Engineering");
        var topic = forum.AddTopic(_ann, "deploys");
        await AdmitAsync(forum);

        forum.Write(_ann, "/model status", topic);
        await _stage.SettleAsync();

        Assert.That(forum.BotMessages.Single().Topic, Is.EqualTo(topic));
    }

    [Test]
    public async Task Group_that_moved_keeps_its_choice_and_the_bot_is_told_too()
    {
        await StartAsync();
        var group = _stage.Server.AddGroup("Friends");
        await AdmitAsync(group);
        group.Write(_ann, "/model sonnet");
        await _stage.SettleAsync();

        var moved = group.MigrateToSupergroup(_ann);
        await _stage.SettleAsync();

        var state = await _stage.World.Sessions.LoadAsync(new("telegram", $"{_stage.Server.BotId}", $"{moved.Id}"), null, default);
        Assert.That(state.Effective.Model.Selected?.Model, Is.EqualTo("claude-sonnet-4-5"));
        Assert.That(_stage.Left.Select(update => update.Message?.MigrateToChatId ?? update.Message?.MigrateFromChatId), Does.Contain(moved.Id));
    }

    [Test]
    public async Task Update_of_a_webhook_is_taken_and_told_again_does_nothing_more()
    {
        await StartAsync(polls: false);
        _direct.Write("/model sonnet");
        var body = LibraryStage.Read(_stage.Server.LastUpdate);

        var isTaken = await _stage.Client.TryHandleAsync(body, _stage.World.Services);
        await _stage.IdleAsync();
        var isTakenAgain = await _stage.Client.TryHandleAsync(body, _stage.World.Services);
        await _stage.IdleAsync();

        Assert.That((isTaken, isTakenAgain), Is.EqualTo((true, true)));
        Assert.That(_direct.BotMessages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Message_without_its_update_is_taken()
    {
        await StartAsync(polls: false);
        _direct.Write("/model status");
        var message = LibraryStage.Read(_stage.Server.LastUpdate).Message;

        var isTaken = await _stage.Client.TryHandleAsync(new Update { Message = message }, _stage.World.Services);
        await _stage.IdleAsync();

        Assert.That(isTaken);
        Assert.That(_direct.BotMessages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Telegram_that_wants_to_hear_less_is_waited_for()
    {
        await StartAsync();
        _stage.World.Time.PassesAtOnce = TimeSpan.FromSeconds(10);
        _stage.Server.Faults.Flood(7, method: "sendMessage");

        _direct.Write("/model status");
        await _stage.SettleAsync();

        Assert.That(_stage.Server.RequestsOf("sendMessage"), Has.Count.EqualTo(2));
        Assert.That(_direct.BotMessages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Update_is_not_taken_while_telegram_does_not_say_who_the_bot_is()
    {
        await StartAsync(polls: false);
        _direct.Write("/model status");
        var body = LibraryStage.Read(_stage.Server.LastUpdate);
        _stage.World.Time.PassesAtOnce = TimeSpan.FromSeconds(10);
        await _stage.Server.DieAsync();

        Assert.That(() => _stage.Client.TryHandleAsync(body, _stage.World.Services), Throws.InstanceOf<RequestException>());

        await _stage.Server.ComeBackAsync();
        Assert.That(await _stage.Client.TryHandleAsync(body, _stage.World.Services));
    }

    [Test]
    public async Task Update_of_another_bot_is_refused_and_answered_by_nobody()
    {
        await StartAsync(polls: false);
        _direct.Write("/model status");
        var body = LibraryStage.Read(_stage.Server.LastUpdate);
        var other = new TelegramBotClient("1:FAKE");

        Assert.That(() => other.TryHandleAsync(body, _stage.World.Services), Throws.InvalidOperationException);
        Assert.That(await _stage.Client.TryHandleAsync(body, _stage.World.Services));
        await _stage.IdleAsync();

        Assert.That(_direct.BotMessages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Message_that_the_bot_answers_itself_has_the_choice_of_the_commands()
    {
        await StartAsync();
        _direct.Write("/model opus@anthropic:spare");
        _direct.Write("hello");
        await _stage.SettleAsync();

        var context = _stage.Left.Single().Message!.ToCommandContext(await _stage.Client.GetMe());
        var answer = await _stage.World.Answer("hello", context);

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:spare"));
    }

    [Test]
    public async Task Menu_of_the_bot_keeps_its_entries()
    {
        await StartAsync();
        await _stage.Client.SetMyCommands([new("weather", "Tells the weather")]);

        await _stage.Client.RegisterChatAuthAsync(_stage.World.Services);

        Assert.That(_stage.Server.CommandsOf()!.Select(entry => $"{entry!["command"]}").Take(3), Is.EqualTo(new[] { "weather", "model", "models" }));
        Assert.That(_stage.Server.CommandsOf("all_private_chats"), Is.Null);
    }

    private async Task TapAsync(FakeMessage message, string label)
    {
        var tap = _direct.TapLabel(_ann, message, message.Buttons.First(button => button.Text.Contains(label, StringComparison.Ordinal)).Text);
        await _stage.SettleAsync();
        await tap.WaitForAnswerAsync();
    }

    private Task AdmitAsync(FakeChat chat) => _stage.World.Access.SaveRuleAsync(
        new AccessRule($"{chat.Id}", false, Rights.All, null, null, TestWorld.Pattern($"telegram:{_stage.Server.BotId}:{chat.Id}")), default);
}
