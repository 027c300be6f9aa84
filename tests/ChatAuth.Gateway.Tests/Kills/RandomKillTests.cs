using ChatAuth.Testing;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Gateway.Tests.Kills;

/// <summary>Five chats at once, and a bot that is killed over and over in the middle of what they ask of it.</summary>
[Proof]
[Parallelizable]
internal sealed class RandomKillTests
{
    private const int Kills = 20;

    [TestCase(1)]
    public async Task Nothing_is_lost_doubled_or_falsely_said_however_often_the_process_is_killed(int seed)
    {
        var random = new Random(seed);
        await using var bot = await MortalBot.StartAsync();
        List<WalkingChat> chats = [.. Enumerable.Range(0, 5).Select(_ => new WalkingChat(bot, random))];

        for (var kill = 1; kill <= Kills; kill++)
        {
            await ActAndDieAsync(bot, chats, random);
            foreach (var chat in chats) chat.Judge();
        }
        foreach (var chat in chats) chat.Ask();
        await bot.SettleAsync();

        foreach (var chat in chats) chat.Judge();
        Assert.That(bot.Telegram.Defects, Is.Empty);
    }

    /// <summary>Everybody does something; the process dies while one of them is being answered, wherever it is with the others.</summary>
    private static async Task ActAndDieAsync(MortalBot bot, List<WalkingChat> chats, Random random)
    {
        var victim = random.Next(chats.Count);
        HeldRequest<RecordedRequest> held = null!;
        foreach (var chat in chats) chat.Act(requests => held = chat == chats[victim] ? Hold(bot, chat, requests, random) : held);
        await held.Arrived;
        await bot.DieAndLiveAsync();
    }

    private static HeldRequest<RecordedRequest> Hold(MortalBot bot, WalkingChat chat, string[] requests, Random random)
    {
        var method = requests[random.Next(requests.Length)];
        var namesChat = method is not ("getUpdates" or "answerCallbackQuery");
        return bot.Telegram.Faults.Hold(method, namesChat ? chat.Chat : null, afterDoing: random.Next(2) == 0);
    }
}
