using ChatAuth.Testing.Telegram;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>Taps on messages that cannot be changed any more, and on those of others.</summary>
internal sealed class TelegramTapTests : TelegramScenario
{
    [Test]
    public async Task Tap_on_a_message_out_of_reach_gets_an_alert_and_nothing_else()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        await Stage.SayAsync(chat, ann, "/model list");
        var menu = chat.LastMessage;

        var tap = chat.TapInaccessible(ann, menu.Id, menu.Button("gpt").CallbackData!);
        await Stage.SettleAsync();

        Assert.That(tap.Answer, Is.EqualTo(new CallbackAnswer("That menu is too old. Try /model list", true, World.Time.GetUtcNow())));
        Assert.That(chat.BotMessages, Has.Count.EqualTo(1));
        Assert.That(await Stage.ModelAsync(chat), Is.Null);
    }

    [Test]
    public async Task Refusal_comes_as_a_message_where_telegram_shows_no_alert_any_more()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        await Stage.SayAsync(chat, ann, "/model list");
        var menu = chat.LastMessage;
        Server.Faults.Refuse(400, "Bad Request: query is too old and response timeout expired or query ID is invalid", method: "answerCallbackQuery");

        chat.TapInaccessible(ann, menu.Id, menu.Button("gpt").CallbackData!);
        await Stage.SettleAsync();

        Assert.That(chat.LastMessage.Text, Does.Contain("menu-old"));
    }

    [Test]
    public async Task Confirmation_comes_as_a_message_where_the_menu_was_deleted_meanwhile()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        await Stage.SayAsync(chat, ann, "/model list");
        var menu = chat.LastMessage;
        chat.Delete(menu);

        await Stage.TapAsync(chat, ann, menu, "gpt");

        Assert.That(chat.LastMessage.Text, Does.Contain("gpt").And.Contain("pays"));
    }

    [Test]
    public async Task Tap_of_somebody_else_gets_an_alert_and_leaves_the_menu()
    {
        var group = await OpenGroupAsync(Server.AddSupergroup("Engineering"));
        await Stage.SayAsync(group, Server.AddPerson("Ann"), "/model list");
        var menu = group.LastMessage;

        var tap = await Stage.TapAsync(group, Server.AddPerson("Bob"), menu, "gpt");

        Assert.That(tap.Answer!.ShowAlert);
        Assert.That(menu.EditCount, Is.Zero);
    }

    [Test]
    public async Task Change_by_tap_replaces_the_menu_and_says_so_in_passing()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        await Stage.SayAsync(chat, ann, "/model list");

        var tap = await Stage.TapAsync(chat, ann, chat.LastMessage, "gpt");

        Assert.That(tap.Answer!.Text, Does.StartWith("Now: gpt"));
        Assert.That(tap.Answer.ShowAlert, Is.False);
        Assert.That(chat.BotMessages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Menu_in_a_topic_is_the_topic_s()
    {
        var forum = await OpenGroupAsync(Server.AddForum("Engineering"));
        var ann = Server.AddPerson("Ann");
        var topic = forum.AddTopic(ann, "Release");
        await Stage.SayAsync(forum, ann, "/model list", topic);

        await Stage.TapAsync(forum, ann, forum.LastMessage, "gpt");

        Assert.That(await Stage.ModelAsync(forum, topic), Is.EqualTo("gpt-5.2"));
        Assert.That(await Stage.ModelAsync(forum), Is.Null);
    }
}
