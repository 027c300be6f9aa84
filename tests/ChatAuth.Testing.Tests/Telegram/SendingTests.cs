namespace ChatAuth.Testing.Tests.Telegram;

internal sealed class SendingTests : FakeTelegramTest
{
    [Test]
    public async Task Message_of_the_bot_is_seen_as_it_was_sent()
    {
        var entities = new[] { new { type = "code", offset = 4, length = 6 } };

        await Bot.CallAsync("sendMessage", new { chat_id = Chat.Id, text = "use /model now", entities, reply_markup = Keyboard("a", "b") });

        var message = Chat.LastMessage;
        Assert.That(message.Text, Is.EqualTo("use /model now"));
        Assert.That(message.Entities.Single().Type, Is.EqualTo("code"));
        Assert.That(message.Buttons.Select(button => button.CallbackData), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task Slash_word_outside_of_code_is_found_as_a_command()
    {
        await Bot.SendAsync(Chat, "type /model opus");

        Assert.That(Chat.LastMessage.Entities.Single().In(Chat.LastMessage.Text), Is.EqualTo("/model"));
    }

    [Test]
    public async Task Blanks_at_the_ends_go_and_entities_move_with_them()
    {
        var entities = new[] { new { type = "bold", offset = 4, length = 6 } };

        await Bot.CallAsync("sendMessage", new { chat_id = Chat.Id, text = "  a bold   \n", entities });

        Assert.That(Chat.LastMessage.Text, Is.EqualTo("a bold"));
        Assert.That(Chat.LastMessage.Entities.Single().In("a bold"), Is.EqualTo("bold"));
    }

    [Test]
    public async Task Longest_text_counts_after_its_tags_are_read()
    {
        var text = $"<b>{new string('&', 1)}amp;{new string('x', 4095)}</b>";

        var answer = await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text, parse_mode = "HTML" });

        Assert.That(answer, Is.EqualTo("done"));
        Assert.That(Chat.LastMessage.Text, Has.Length.EqualTo(4096));
    }

    [Test]
    public async Task Reply_in_the_same_topic_ends_the_wait()
    {
        var forum = Server.AddForum("Forum");
        var topic = forum.AddTopic(Ada, "Cats");
        var asked = forum.Write(Ada, "/model", topic);
        var waiting = forum.WaitForReplyAsync(asked);

        await Bot.CallAsync("sendMessage", new { chat_id = forum.Id, text = "general" });
        await Bot.CallAsync("sendMessage", new { chat_id = forum.Id, text = "cats", message_thread_id = topic.ThreadId });

        Assert.That((await waiting).Text, Is.EqualTo("cats"));
    }

    [Test]
    public async Task Reply_to_a_missing_message_goes_without_where_that_is_allowed()
    {
        var reply_parameters = new { message_id = 99_999, allow_sending_without_reply = true };

        var answer = await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text = "x", reply_parameters });

        Assert.That(answer, Is.EqualTo("done"));
        Assert.That(Chat.LastMessage.ReplyTo, Is.Null);
    }

    [Test]
    public async Task Edit_changes_text_and_takes_the_buttons_away()
    {
        var message_id = await Bot.SendAsync(Chat, "before", Keyboard("a"));

        await Bot.CallAsync("editMessageText", new { chat_id = Chat.Id, message_id, text = "after" });

        Assert.That(Chat.LastMessage.Text, Is.EqualTo("after"));
        Assert.That(Chat.LastMessage.Keyboard, Is.Empty);
        Assert.That(Chat.LastMessage.EditCount, Is.EqualTo(1));
    }

    [Test]
    public async Task Deleted_message_is_gone()
    {
        var message_id = await Bot.SendAsync(Chat, "oops");

        await Bot.CallAsync("deleteMessage", new { chat_id = Chat.Id, message_id });

        Assert.That(Chat.BotMessages, Is.Empty);
    }

    [Test]
    public async Task Action_is_seen_with_its_topic()
    {
        var forum = Server.AddForum("Forum");
        var topic = forum.AddTopic(Ada, "Cats");

        await Bot.CallAsync("sendChatAction", new { chat_id = forum.Id, action = "typing", message_thread_id = topic.ThreadId });

        Assert.That((await forum.WaitForActionAsync()).ThreadId, Is.EqualTo(topic.ThreadId));
    }
}
