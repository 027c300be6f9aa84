namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>A token that Telegram does not know.</summary>
internal sealed class TelegramWrongTokenTests : TelegramScenario
{
    protected override TelegramStageOptions Options => new() { Token = "7000000001:AAFAKE-token-that-nobody-knows-00000" };

    [Test]
    public async Task Bot_is_not_ready_and_says_why()
    {
        await World.Time.SomebodyWaitsAsync(TimeSpan.FromSeconds(5));

        Assert.That(Stage.Process.Readiness.Problem, Does.Contain("its token may be wrong"));
        Assert.That(Server.RequestsOf("getUpdates"), Is.Empty);
    }
}
