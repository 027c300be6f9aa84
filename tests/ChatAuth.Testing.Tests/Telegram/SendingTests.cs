namespace ChatAuth.Testing.Tests.Telegram;

internal sealed class SendingTests : FakeTelegramTest
{
    [Test]
    public async Task Message_of_the_bot_is_seen_as_it_was_sent()
    {
        await Bot.CallAsync("sendMessage", new { chat_id = Chat.Id, text = "use /model now", entities = new[] { new { type = "code", offset = 4, length = 6 } }, reply_markup = Keyboard("a", "b") });

        var message = Chat.LastMessage;
        Assert.That(message.Text, Is.EqualTo("use /model now"));
        Assert.That(message.Entities.Single().Type, Is.EqualTo("code"));
        Assert.That(message.Buttons.Select(button => button.CallbackData), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(Server.Defects, Is.Empty);
    }

    [Test]
    public async Task Slash_word_outside_of_code_is_found_as_a_command()
    {
        await Bot.SendAsync(Chat, "type /model opus");

        Assert.That(Chat.LastMessage.Entities.Single().In(Chat.LastMessage.Text), Is.EqualTo("/model"));
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
}
