using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Tests.Telegram;

/// <summary>Taps, as they are shown now and as nobody should make them.</summary>
internal sealed class TappingTests : FakeTelegramTest
{
    private JsonNode Last => JsonNode.Parse(Server.LastUpdate)!["callback_query"]!;

    [TearDown]
    public void NoDefects() => Assert.That(Server.Defects, Is.Empty);

    [Test]
    public async Task Tap_is_told_with_its_message_and_answered()
    {
        var message_id = await Bot.SendAsync(Chat, "menu", Keyboard("a", "b"));

        var tap = Chat.Tap(Ada, "b");
        await Bot.CallAsync("answerCallbackQuery", new { callback_query_id = tap.Id, text = "done", show_alert = true });

        Assert.That($"{Last["data"]} {Last["message"]!["message_id"]} {Last["from"]!["id"]}", Is.EqualTo($"b {message_id} {Ada.Id}"));
        Assert.That(await tap.WaitForAnswerAsync(), Has.Property("Text").EqualTo("done").And.Property("ShowAlert").True);
    }

    [Test]
    public async Task Button_that_is_shown_no_more_cannot_be_tapped()
    {
        var message_id = await Bot.SendAsync(Chat, "menu", Keyboard("a"));
        await Bot.CallAsync("editMessageText", new { chat_id = Chat.Id, message_id, text = "menu", reply_markup = Keyboard("b") });

        Assert.That(() => Chat.Tap(Ada, "a"), Throws.InvalidOperationException);
        Assert.That(Chat.TapForged(Ada, Chat.LastMessage, "a").Data, Is.EqualTo("a"));
    }

    [Test]
    public async Task Tap_by_label_hands_back_the_data_of_now()
    {
        await Bot.SendAsync(Chat, "menu", Keyboard("a", "b"));

        Assert.That(Chat.TapLabel(Ada, Chat.LastMessage, "Button b").Data, Is.EqualTo("b"));
    }

    [Test]
    public void Inaccessible_message_has_no_date_and_no_topic()
    {
        Server.AddForum("Forum").TapInaccessible(Ada, 5, "a");

        Assert.That($"{Last["message"]!["date"]} {Last["message"]!["text"]} {Last["message"]!["message_thread_id"]}", Is.EqualTo("0  "));
    }
}
