using ChatAuth.Testing.Telegram;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>Topics of a forum, the General topic, and chains of replies that are no topics.</summary>
internal sealed class TelegramForumTests : TelegramScenario
{
    [Test]
    public async Task Reply_lands_in_the_topic_that_it_answers()
    {
        var (forum, ann) = await ForumAsync();
        var topic = forum.AddTopic(ann, "Release");

        await Stage.SayAsync(forum, ann, "/model sonnet", topic);

        Assert.That(forum.LastMessage.Topic, Is.EqualTo(topic));
    }

    [Test]
    public async Task Answer_and_typing_land_in_the_topic_of_the_question()
    {
        var (forum, ann) = await ForumAsync();
        var topic = forum.AddTopic(ann, "Release");
        var answering = new TaskCompletionSource();
        World.Vendor.Until = answering.Task;

        forum.Write(ann, $"@{Server.BotUsername} hello", topic);
        var typing = await forum.WaitForActionAsync();
        answering.SetResult();
        await Stage.SettleAsync();

        Assert.That(typing.ThreadId, Is.EqualTo(topic.ThreadId));
        Assert.That(forum.LastMessage.Topic, Is.EqualTo(topic));
    }

    [Test]
    public async Task General_topic_is_never_named()
    {
        var (forum, ann) = await ForumAsync();

        await Stage.SayAsync(forum, ann, "/model sonnet");

        Assert.That(Server.RequestsOf("sendMessage").Single().Body.ContainsKey("message_thread_id"), Is.False);
        Assert.That(forum.LastMessage.Topic, Is.Null);
    }

    [Test]
    public async Task Topic_that_the_bot_opened_does_not_make_its_messages_questions()
    {
        var (forum, ann) = await ForumAsync();
        var topic = forum.AddTopic(Server.Bot, "Release");

        await Stage.SayAsync(forum, ann, "just talk", topic);

        Assert.That(World.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Topic_that_is_gone_when_the_answer_comes_holds_up_nothing()
    {
        var (forum, ann) = await ForumAsync();
        var topic = forum.AddTopic(ann, "Release");
        var answering = new TaskCompletionSource();
        World.Vendor.Until = answering.Task;
        forum.Write(ann, $"@{Server.BotUsername} hello", topic);
        await Server.WaitForRequestAsync("sendChatAction");

        forum.DeleteTopic(topic);
        answering.SetResult();
        await Stage.SettleAsync();
        await Stage.SayAsync(forum, ann, "/model sonnet");

        Assert.That(await Stage.ModelAsync(forum), Is.EqualTo("claude-sonnet-4-5"));
    }

    [Test]
    public async Task Chain_of_replies_is_no_conversation_of_its_own()
    {
        var group = await OpenGroupAsync(Server.AddSupergroup("Engineering"));
        var ann = Server.AddPerson("Ann");
        var first = group.Write(ann, "Which model?");

        await Stage.SayAsync(group, ann, "/model sonnet", replyTo: first);

        Assert.That(await Stage.ModelAsync(group), Is.EqualTo("claude-sonnet-4-5"));
    }

    private async Task<(FakeChat Forum, FakeUser Ann)> ForumAsync()
    {
        var forum = await OpenGroupAsync(Server.AddForum("Engineering"));
        forum.BotIsAdmin = true;
        return (forum, Server.AddPerson("Ann"));
    }
}
