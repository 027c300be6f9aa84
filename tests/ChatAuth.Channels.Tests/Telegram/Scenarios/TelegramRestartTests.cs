using ChatAuth.Core.Delivery;
using ChatAuth.Testing.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>Another process of the installation comes after one that stopped or died, on the same stores.</summary>
internal sealed class TelegramRestartTests : TelegramScenario
{
    private FakeUser _ann = null!;
    private FakeChat _chat = null!;

    [SetUp]
    public async Task OpenChat() => (_ann, _chat) = await Stage.OwnerAsync();

    [Test]
    public async Task Update_that_was_dealt_with_is_known()
    {
        await DealAndDieAsync("hello");
        await Stage.StartAnotherAsync();

        await Stage.SettleAsync();

        Assert.That(Stage.Served, Is.EqualTo(new[] { "anthropic:work: hello" }));
        Assert.That(_chat.BotMessages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Question_whose_delivery_was_not_recorded_is_not_charged_again()
    {
        await DealAndDieAsync("hello");
        await Stage.StartAnotherAsync(services => services.AddSingleton<IDeliveryLedger>(new ForgetfulLedger()));

        await Stage.SettleAsync();

        Assert.That(Stage.Served, Is.EqualTo(new[] { "anthropic:work: hello" }));
        Assert.That(TextIn(_chat), Does.Contain("already-answered"));
    }

    [Test]
    public async Task Command_whose_delivery_was_not_recorded_is_not_applied_again()
    {
        await DealAndDieAsync("/model sonnet");
        await Stage.StartAnotherAsync(services => services.AddSingleton<IDeliveryLedger>(new ForgetfulLedger()));

        await Stage.SettleAsync();

        Assert.That(await World.Sessions.ListHistoryAsync(Stage.KeyOf(_chat), 10, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Question_that_was_under_way_is_asked_about_in_place_of_being_sent_again()
    {
        World.Vendor.Until = new TaskCompletionSource().Task;
        _chat.Write("hello");
        await Server.WaitForRequestAsync("sendChatAction");
        World.Time.PassesAtOnce = TimeSpan.FromSeconds(25);
        await Stage.Process.StopAsync();
        World.Time.PassesAtOnce = TimeSpan.Zero;
        World.Vendor.Until = null;

        await Stage.StartAnotherAsync();
        await Stage.SettleAsync();
        var question = _chat.LastMessage.Text;
        var before = World.Vendor.Seen.Count;
        await Stage.TapAsync(_chat, _ann, _chat.LastMessage, "Send again");

        Assert.That(question, Does.Contain("attempt-open"));
        Assert.That(before, Is.EqualTo(1));
        Assert.That(World.Vendor.Seen, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Menu_of_the_process_before_still_works()
    {
        await Stage.SayAsync(_chat, _ann, "/model list");
        var menu = _chat.LastMessage;
        await Stage.Process.StopAsync();
        await Stage.StartAnotherAsync();

        await Stage.TapAsync(_chat, _ann, menu, "gpt");

        Assert.That(await Stage.ModelAsync(_chat), Is.EqualTo("gpt-5.2"));
    }

    /// <summary>The process deals with a message, and ends before Telegram is told so.</summary>
    private async Task DealAndDieAsync(string text)
    {
        await Server.WaitForRequestArrivalAsync("getUpdates", 2); // The first one does not wait.
        Server.Faults.DropBefore("getUpdates", times: 1000);
        _chat.Write(_ann, text);
        await _chat.WaitForMessagesAsync(1);
        await Stage.Process.StopAsync();
        Server.Faults.Clear();
        Assert.That(Server.PendingUpdates, Is.EqualTo(1));
    }
}
