using ChatAuth.Testing.Telegram;

namespace ChatAuth.Testing.Tests.Telegram;

/// <summary>What a message may not be, and where it may not go.</summary>
internal sealed class SendingRefusalTests : FakeTelegramTest
{
    [TestCase("", "400 Bad Request: message text is empty")]
    [TestCase(" \n ", "400 Bad Request: text must be non-empty")]
    public async Task Text_without_anything_is_refused(string text, string refusal) =>
        Assert.That(await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text }), Is.EqualTo(refusal));

    [TestCase(4096, "done")]
    [TestCase(4097, "400 Bad Request: message is too long")]
    [TestCase(32769, "400 Bad Request: text is too long")]
    public async Task Long_text_is_refused(int length, string refusal) =>
        Assert.That(await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text = new string('x', length) }), Is.EqualTo(refusal));

    [TestCase("bold", 0, 9, "400 Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9")]
    [TestCase("bold", 7, 1, "400 Bad Request: entity begins after the end of the text at UTF-16 offset 7")]
    [TestCase("bold", -1, 1, "400 Bad Request: receive an entity with incorrect offset -1")]
    [TestCase("bold", 0, -1, "400 Bad Request: receive an entity with incorrect length -1")]
    [TestCase("bold", 2, 1, "400 Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 5")]
    [TestCase("bold", 0, 2, "400 Bad Request: entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 5")]
    [TestCase("loud", 0, 1, "400 Bad Request: can't parse MessageEntity: Unsupported type specified")]
    public async Task Entity_that_does_not_fit_is_refused(string type, int offset, int length, string refusal)
    {
        var entities = new[] { new { type, offset, length } };

        Assert.That(await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text = "a😀bcd", entities }), Is.EqualTo(refusal));
    }

    [TestCase("<b>x", "400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [TestCase("a < b", "400 Bad Request: can't parse entities: Unclosed start tag at byte offset 2")]
    [TestCase("<model>", "400 Bad Request: can't parse entities: Unsupported start tag \"model\" at byte offset 0")]
    public async Task Broken_markup_is_refused(string text, string refusal) =>
        Assert.That(await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text, parse_mode = "HTML" }), Is.EqualTo(refusal));

    [TestCase(64, "done")]
    [TestCase(65, "400 Bad Request: BUTTON_DATA_INVALID")]
    public async Task Button_data_counts_bytes(int bytes, string refusal)
    {
        var reply_markup = Keyboard(new string('ä', bytes / 2) + new string('x', bytes % 2));

        Assert.That(await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text = "x", reply_markup }), Is.EqualTo(refusal));
    }

    [TestCase(100, "done")]
    [TestCase(101, "400 Bad Request: reply markup is too long")]
    public async Task Too_many_buttons_are_refused(int count, string refusal)
    {
        var reply_markup = Keyboard([.. Enumerable.Range(0, count).Select(number => $"{number}")]);

        Assert.That(await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text = "x", reply_markup }), Is.EqualTo(refusal));
    }

    [Test]
    public async Task Button_that_does_nothing_is_refused()
    {
        var reply_markup = new { inline_keyboard = new[] { new[] { new { text = "nothing" } } } };

        var refusal = await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text = "x", reply_markup });

        Assert.That(refusal, Is.EqualTo("400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"));
    }

    [Test]
    public async Task Unknown_chat_is_refused() =>
        Assert.That(await Bot.RefusalAsync("sendMessage", new { chat_id = 12345, text = "x" }), Is.EqualTo("400 Bad Request: chat not found"));

    [Test]
    public async Task Person_who_never_wrote_is_refused()
    {
        var stranger = Server.PrivateChat(Server.AddPerson("Bob"));

        var refusal = await Bot.RefusalAsync("sendMessage", new { chat_id = stranger.Id, text = "x" });

        Assert.That(refusal, Is.EqualTo("403 Forbidden: bot can't initiate conversation with a user"));
    }

    [Test]
    public async Task Person_who_blocked_the_bot_is_refused()
    {
        Chat.Block();

        Assert.That(await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text = "x" }), Is.EqualTo("403 Forbidden: bot was blocked by the user"));
    }

    [Test]
    public async Task Group_without_the_bot_is_refused()
    {
        var group = Server.AddSupergroup("Group");
        group.RemoveBot(Ada);

        var refusal = await Bot.RefusalAsync("sendMessage", new { chat_id = group.Id, text = "x" });

        Assert.That(refusal, Is.EqualTo("403 Forbidden: bot was kicked from the supergroup chat"));
    }

    [Test]
    public async Task Group_that_lets_bots_be_silent_is_refused()
    {
        var group = Server.AddSupergroup("Group");
        group.BotMayWrite = false;

        var refusal = await Bot.RefusalAsync("sendMessage", new { chat_id = group.Id, text = "x" });

        Assert.That(refusal, Is.EqualTo("400 Bad Request: not enough rights to send text messages to the chat"));
    }

    [Test]
    public async Task Group_that_moved_says_where()
    {
        var group = Server.AddGroup("Group");
        var supergroup = group.MigrateToSupergroup(Ada, MigrationOrder.Silent);

        var answer = await Bot.CallAsync("sendMessage", new { chat_id = group.Id, text = "x" });

        Assert.That($"{answer["description"]}", Is.EqualTo("Bad Request: group chat was upgraded to a supergroup chat"));
        Assert.That(answer["parameters"]!["migrate_to_chat_id"]!.GetValue<long>(), Is.EqualTo(supergroup.Id));
    }

    [TestCase(1, TestName = "General_named_as_a_topic_is_refused")]
    [TestCase(4711, TestName = "Unknown_topic_is_refused")]
    public async Task Topic_is_refused(long message_thread_id)
    {
        var forum = Server.AddForum("Forum");

        var refusal = await Bot.RefusalAsync("sendMessage", new { chat_id = forum.Id, text = "x", message_thread_id });

        Assert.That(refusal, Is.EqualTo("400 Bad Request: message thread not found"));
    }

    [Test]
    public async Task Reply_to_a_missing_message_is_refused()
    {
        var refusal = await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text = "x", reply_parameters = new { message_id = 99_999 } });

        Assert.That(refusal, Is.EqualTo("400 Bad Request: message to be replied not found"));
    }
}
