using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Testing.Tests.Telegram;

/// <summary>How many messages are too many.</summary>
internal sealed class FloodLimitTests : FakeTelegramTest
{
    private readonly FakeTime _time = new();

    protected override FakeTelegramOptions Options => new() { Time = _time };

    [Test]
    public async Task Burst_in_one_chat_ends_and_a_second_helps()
    {
        for (var sent = 0; sent < TelegramLimits.BurstInChat; sent++) await Bot.SendAsync(Chat, "x");

        var refused = await Bot.CallAsync("sendMessage", new { chat_id = Chat.Id, text = "x" });
        _time.Advance(TimeSpan.FromSeconds(1));
        var later = await Bot.RefusalAsync("sendMessage", new { chat_id = Chat.Id, text = "x" });

        Assert.That($"{refused["description"]}", Is.EqualTo("Too Many Requests: retry after 1"));
        Assert.That(refused["parameters"]!["retry_after"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(later, Is.EqualTo("done"));
    }

    [Test]
    public async Task Group_takes_so_many_a_minute()
    {
        var group = Server.AddSupergroup("Group");
        for (var sent = 0; sent < TelegramLimits.MessagesPerMinuteInGroup; sent++)
        {
            await Bot.SendAsync(group, "x");
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        var refused = await Bot.RefusalAsync("sendMessage", new { chat_id = group.Id, text = "x" });

        Assert.That(refused, Is.EqualTo("429 Too Many Requests: retry after 40"));
    }

    [Test]
    public async Task All_chats_together_take_so_many_a_second()
    {
        var people = Enumerable.Range(0, TelegramLimits.MessagesPerSecond + 1).Select(number => Server.AddPerson($"P{number}"));
        var chats = people.Select(person => Server.PrivateChat(person).AlreadyOpen()).ToList();
        foreach (var chat in chats.SkipLast(1)) await Bot.SendAsync(chat, "x");

        var refused = await Bot.RefusalAsync("sendMessage", new { chat_id = chats[^1].Id, text = "x" });

        Assert.That(refused, Is.EqualTo("429 Too Many Requests: retry after 1"));
    }

    [Test]
    public async Task Edits_count_and_answers_to_taps_do_not()
    {
        var message_id = await Bot.SendAsync(Chat, "0", Keyboard("a"));
        await Bot.CallAsync("editMessageText", new { chat_id = Chat.Id, message_id, text = "1", reply_markup = Keyboard("a") });
        await Bot.CallAsync("editMessageText", new { chat_id = Chat.Id, message_id, text = "2", reply_markup = Keyboard("a") });
        var tap = Chat.Tap(Ada, "a");

        var edit = await Bot.RefusalAsync("editMessageText", new { chat_id = Chat.Id, message_id, text = "3" });
        var answer = await Bot.RefusalAsync("answerCallbackQuery", new { callback_query_id = tap.Id });

        Assert.That((edit, answer), Is.EqualTo(("429 Too Many Requests: retry after 1", "done")));
    }
}
