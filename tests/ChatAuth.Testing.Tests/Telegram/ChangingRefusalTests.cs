using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Testing.Tests.Telegram;

/// <summary>What may not be edited, deleted, answered or set.</summary>
internal sealed class ChangingRefusalTests : FakeTelegramTest
{
    private readonly FakeTime _time = new();

    protected override FakeTelegramOptions Options => new() { Time = _time };

    [Test]
    public async Task Edit_that_changes_nothing_is_refused()
    {
        var message_id = await Bot.SendAsync(Chat, "same", Keyboard("a"));

        var refusal = await Bot.RefusalAsync("editMessageText", new { chat_id = Chat.Id, message_id, text = "same", reply_markup = Keyboard("a") });

        Assert.That(refusal, Is.EqualTo("400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
            + "current content and reply markup of the message"));
    }

    [Test]
    public async Task Edit_of_a_missing_message_is_refused()
    {
        var refusal = await Bot.RefusalAsync("editMessageText", new { chat_id = Chat.Id, message_id = 99_999, text = "x" });

        Assert.That(refusal, Is.EqualTo("400 Bad Request: message to edit not found"));
    }

    [Test]
    public async Task Edit_of_a_message_of_others_is_refused()
    {
        var theirs = Chat.Write("mine");

        var refusal = await Bot.RefusalAsync("editMessageText", new { chat_id = Chat.Id, message_id = theirs.Id, text = "x" });

        Assert.That(refusal, Is.EqualTo("400 Bad Request: message can't be edited"));
    }

    [Test]
    public async Task Unknown_tap_is_refused()
    {
        var refusal = await Bot.RefusalAsync("answerCallbackQuery", new { callback_query_id = "1" });

        Assert.That(refusal, Is.EqualTo("400 Bad Request: query is too old and response timeout expired or query ID is invalid"));
    }

    [Test]
    public async Task Tap_answered_too_late_is_refused()
    {
        await Bot.SendAsync(Chat, "menu", Keyboard("a"));
        var tap = Chat.Tap(Ada, "a");
        _time.Advance(TelegramLimits.CallbackWindow + TimeSpan.FromSeconds(1));

        var refusal = await Bot.RefusalAsync("answerCallbackQuery", new { callback_query_id = tap.Id });

        Assert.That(refusal, Is.EqualTo("400 Bad Request: query is too old and response timeout expired or query ID is invalid"));
    }

    [TestCase(200, "done")]
    [TestCase(201, "400 Bad Request: MESSAGE_TOO_LONG")]
    public async Task Long_answer_to_a_tap_is_refused(int length, string refusal)
    {
        await Bot.SendAsync(Chat, "menu", Keyboard("a"));
        var tap = Chat.Tap(Ada, "a");

        Assert.That(await Bot.RefusalAsync("answerCallbackQuery", new { callback_query_id = tap.Id, text = new string('x', length) }), Is.EqualTo(refusal));
    }

    [Test]
    public async Task Deletion_of_a_missing_message_is_refused()
    {
        var refusal = await Bot.RefusalAsync("deleteMessage", new { chat_id = Chat.Id, message_id = 99_999 });

        Assert.That(refusal, Is.EqualTo("400 Bad Request: message to delete not found"));
    }

    [Test]
    public async Task Deletion_of_an_old_message_is_refused()
    {
        var message_id = await Bot.SendAsync(Chat, "old");
        _time.Advance(TelegramLimits.Deletion + TimeSpan.FromSeconds(1));

        var refusal = await Bot.RefusalAsync("deleteMessage", new { chat_id = Chat.Id, message_id });

        Assert.That(refusal, Is.EqualTo("400 Bad Request: message can't be deleted for everyone"));
    }

    [TestCase(false, "400 Bad Request: message can't be deleted")]
    [TestCase(true, "done")]
    public async Task Deletion_of_a_message_of_others_needs_the_right(bool isAdmin, string refusal)
    {
        var group = Server.AddSupergroup("Group");
        group.BotIsAdmin = isAdmin;
        var theirs = group.Write(Ada, "sk-ant-api03-FAKE");

        Assert.That(await Bot.RefusalAsync("deleteMessage", new { chat_id = group.Id, message_id = theirs.Id }), Is.EqualTo(refusal));
    }

    [TestCase("model", "Choose", "done")]
    [TestCase("Model", "Choose", "400 Bad Request: BOT_COMMAND_INVALID")]
    [TestCase("mo-del", "Choose", "400 Bad Request: BOT_COMMAND_INVALID")]
    [TestCase("", "Choose", "400 Bad Request: command must be non-empty")]
    [TestCase("a23456789012345678901234567890123", "Choose", "400 Bad Request: command length must not exceed 32")]
    [TestCase("model", " ", "400 Bad Request: command description must be non-empty")]
    public async Task Command_that_breaks_the_rules_is_refused(string command, string description, string refusal)
    {
        var commands = new[] { new { command, description } };

        Assert.That(await Bot.RefusalAsync("setMyCommands", new { commands }), Is.EqualTo(refusal));
    }

    [TestCase(256, "done")]
    [TestCase(257, "400 Bad Request: command description length must not exceed 256")]
    public async Task Long_description_of_a_command_is_refused(int length, string refusal)
    {
        var commands = new[] { new { command = "model", description = new string('x', length) } };

        Assert.That(await Bot.RefusalAsync("setMyCommands", new { commands }), Is.EqualTo(refusal));
    }

    [TestCase(100, "done")]
    [TestCase(101, "400 Bad Request: BOT_COMMANDS_TOO_MUCH")]
    public async Task Too_many_commands_are_refused(int count, string refusal)
    {
        var commands = Enumerable.Range(0, count).Select(number => new { command = $"c{number}", description = "x" });

        Assert.That(await Bot.RefusalAsync("setMyCommands", new { commands }), Is.EqualTo(refusal));
    }

    [Test]
    public async Task Unknown_scope_is_refused()
    {
        var refusal = await Bot.RefusalAsync("getMyCommands", new { scope = new { type = "everywhere" } });

        Assert.That(refusal, Is.EqualTo("400 Bad Request: can't parse BotCommandScope: Unsupported type specified"));
    }

    [Test]
    public async Task Unknown_action_is_refused()
    {
        var refusal = await Bot.RefusalAsync("sendChatAction", new { chat_id = Chat.Id, action = "thinking" });

        Assert.That(refusal, Is.EqualTo("400 Bad Request: wrong parameter action in request"));
    }
}
