using System.Globalization;
using ChatAuth.Testing;

namespace ChatAuth.Gateway.Tests.Kills;

/// <summary>Random turns with vendors that fail and a process that is killed: what was charged is what is written down, and nothing else.</summary>
[Proof]
[Parallelizable]
internal sealed class PaidTurnTests
{
    private const int Chats = 5;

    /// <summary>A hundred and fifty turns; <c>CHATAUTH_KILLS=1000</c> makes them a thousand.</summary>
    [TestCase(1)]
    public async Task Receipts_and_requests_are_the_same_however_often_vendors_fail_and_the_process_dies(int seed)
    {
        var turns = int.Parse(Environment.GetEnvironmentVariable("CHATAUTH_KILLS") ?? "150", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        var book = new ChargeBook();
        await using var vendor = new MoodyVendor(seed);
        await using var bot = await MortalBot.StartAsync(gateway => VendorAccounts.Install(gateway.State, vendor.Vendor));
        List<PayingChat> chats = [.. Enumerable.Range(1, Chats).Select(chat => new PayingChat(bot, new Random((seed * Chats) + chat), book))];
        var kills = 0;

        for (var turn = 0; turn < turns; turn += Chats)
        {
            var dies = random.Next(3) == 0;
            if (dies) kills++;
            await TakeTurnsAsync(bot, vendor, chats, random, dies);
            if (random.Next(2) == 0) bot.Database.EndRests();
        }

        var rows = bot.Database.Attempts();
        TestContext.Out.WriteLine($"seed {seed}: {turns} turns, {kills} kills, {vendor.Remembered.Count} requests ({Count(vendor.Remembered, request => request.Mood)}), {rows.Count} attempts ({Count(rows, row => row.Split(' ')[2])})");
        book.Judge(rows, vendor.Remembered);
        Assert.That(vendor.Remembered.Select(request => request.Mood).Distinct(), Is.EquivalentTo(Enum.GetValues<VendorMood>()));
        Assert.That(vendor.Remembered.Select(request => request.Profile).Distinct(), Is.EquivalentTo(VendorAccounts.All.Select(account => account.Profile)));
        Assert.That(bot.Telegram.Defects, Is.Empty);
    }

    /// <summary>Everybody does something. Where the process dies, it does at a random point of the way of one of them.</summary>
    private static async Task TakeTurnsAsync(MortalBot bot, MoodyVendor vendor, List<PayingChat> chats, Random random, bool dies)
    {
        var point = dies ? PointOfDeath(bot, vendor, random) : Task.CompletedTask;
        foreach (var chat in chats) chat.Act(dies);
        if (dies)
        {
            await Task.WhenAny(point, bot.SettleAsync());
            bot.Telegram.Faults.Clear();
            vendor.Forget();
            await bot.DieAndLiveAsync();
        }
        await bot.SettleAsync();
        foreach (var chat in chats) chat.Settle();
    }

    private static Task PointOfDeath(MortalBot bot, MoodyVendor vendor, Random random) => random.Next(8) switch
    {
        0 => Task.CompletedTask,
        1 or 2 or 3 => vendor.NextAsync(holds: true),
        4 => vendor.NextAsync(holds: false),
        5 => bot.Telegram.Faults.Hold("sendMessage").Arrived,
        6 => bot.Telegram.Faults.Hold("sendMessage", afterDoing: true).Arrived,
        _ => bot.Telegram.Faults.Hold("getUpdates").Arrived,
    };

    private static string Count<T, TKey>(IEnumerable<T> items, Func<T, TKey> key) where TKey : notnull =>
        string.Join(", ", items.CountBy(key).Select(group => $"{group.Value} {group.Key}"));
}
