using System.Diagnostics;
using System.Text.Json.Nodes;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Testing.Tests.Telegram;

/// <summary>The fake is no brake.</summary>
internal sealed class LoadTests : FakeTelegramTest
{
    private const int Chats = 5_000;

    protected override FakeTelegramOptions Options => new() { FloodLimit = false };

    [Test]
    public async Task Five_thousand_chats_write_are_read_and_answered()
    {
        var watch = Stopwatch.StartNew();
        var chats = Enumerable.Range(0, Chats).Select(number => Server.PrivateChat(Server.AddPerson($"P{number}"))).ToList();
        foreach (var chat in chats) chat.Write("/model opus@anthropic:work");
        var waits = chats.Select(chat => chat.WaitForMessagesAsync(1, TimeSpan.FromMinutes(2))).ToList();

        for (var offset = 0L; Server.PendingUpdates > 0;)
        {
            var updates = (await Bot.CallAsync("getUpdates", new { offset }))["result"]!.AsArray();
            await Parallel.ForEachAsync(updates, async (update, _) => await AnswerAsync(update!));
            if (updates.Count > 0) offset = updates[^1]!["update_id"]!.GetValue<long>() + 1;
        }
        await Task.WhenAll(waits);

        TestContext.Out.WriteLine($"{Chats} chats in {watch.Elapsed.TotalSeconds:F1} s");
        Assert.That(chats.All(chat => chat.BotMessages.Count == 1), Is.True);
        Assert.That(Server.Defects, Is.Empty);
    }

    private async Task AnswerAsync(JsonNode update)
    {
        var chat_id = update["message"]!["chat"]!["id"]!.GetValue<long>();
        await Bot.CallAsync("sendMessage", new { chat_id, text = "done", reply_markup = Keyboard("a", "b") });
    }
}
