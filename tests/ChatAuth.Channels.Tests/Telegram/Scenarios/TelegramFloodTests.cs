namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>Telegram with its limits on.</summary>
internal sealed class TelegramFloodTests : TelegramScenario
{
    protected override TelegramStageOptions Options => new()
    {
        Server = new(), Settings = settings => settings with { KeepsPace = true },
    };

    [Test]
    public async Task Many_replies_to_one_chat_are_paced_and_none_is_lost()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        World.Time.PassesAtOnce = TimeSpan.FromSeconds(3);

        for (var i = 0; i < 12; i++) chat.Write(ann, "/model list");
        await Stage.SettleAsync();

        Assert.That(chat.BotMessages, Has.Count.EqualTo(12));
        Assert.That(Server.Requests.Where(request => request.Status == 429), Is.Empty);
    }

    [Test]
    public async Task Flood_that_telegram_sees_is_waited_for_and_nothing_is_said_twice()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        World.Time.PassesAtOnce = TimeSpan.FromSeconds(7);
        Server.Faults.Flood(7, chat, "sendMessage");

        await Stage.SayAsync(chat, ann, "/model list");

        Assert.That(chat.BotMessages, Has.Count.EqualTo(1));
        Assert.That(Server.RequestsOf("sendMessage").Select(request => request.Status), Is.EqualTo(new[] { 429, 200 }));
    }
}
