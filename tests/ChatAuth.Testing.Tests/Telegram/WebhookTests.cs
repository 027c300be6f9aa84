using ChatAuth.Testing.Telegram;
using Microsoft.AspNetCore.Http;

namespace ChatAuth.Testing.Tests.Telegram;

/// <summary>How updates are delivered.</summary>
internal sealed class WebhookTests : FakeTelegramTest
{
    private WebhookReceiver _receiver = null!;

    [SetUp]
    public async Task ListenAsync() => _receiver = await WebhookReceiver.StartAsync();

    [TearDown]
    public async Task StopListeningAsync() => await _receiver.DisposeAsync();

    [Test]
    public async Task Update_is_delivered_with_the_secret()
    {
        await Bot.CallAsync("setWebhook", new { url = _receiver.Url, secret_token = "FAKE_secret-1" });

        Chat.Write("/model");

        Assert.That(await _receiver.NextAsync(), Is.EqualTo((Server.LastUpdate, "FAKE_secret-1")));
        await Server.WaitUntilConfirmedAsync();
    }

    [Test]
    public async Task Update_that_waited_is_delivered_too()
    {
        Chat.Write("early");

        await Bot.CallAsync("setWebhook", new { url = _receiver.Url });

        Assert.That(await _receiver.NextAsync(), Is.EqualTo((Server.LastUpdate, (string?)null)));
    }

    [Test]
    public async Task Refused_delivery_is_tried_again()
    {
        _receiver.Answers.Enqueue(http => Task.FromResult(http.Response.StatusCode = 500));
        await Bot.CallAsync("setWebhook", new { url = _receiver.Url });

        Chat.Write("/model");

        var first = await _receiver.NextAsync();
        Assert.That(await _receiver.NextAsync(), Is.EqualTo(first));
        await Server.WaitUntilConfirmedAsync();
    }

    [Test]
    public async Task Updates_of_one_chat_keep_their_order_while_another_chat_goes_on()
    {
        var held = new TaskCompletionSource();
        _receiver.Answers.Enqueue(_ => held.Task);
        await Bot.CallAsync("setWebhook", new { url = _receiver.Url, max_connections = 2 });
        var other = Server.PrivateChat(Server.AddPerson("Bob"));

        Chat.Write("first");
        var first = await _receiver.NextAsync();
        Chat.Write("second");
        other.Write("third");
        var third = await _receiver.NextAsync();
        held.SetResult();
        var second = await _receiver.NextAsync();

        Assert.That(first.Body, Does.Contain("first"));
        Assert.That(third.Body, Does.Contain("third"));
        Assert.That(second.Body, Does.Contain("second"));
    }

    [Test]
    public async Task No_more_deliveries_at_once_than_the_bot_asked_for()
    {
        var held = new TaskCompletionSource();
        _receiver.Answers.Enqueue(_ => held.Task);
        await Bot.CallAsync("setWebhook", new { url = _receiver.Url, max_connections = 1 });
        Chat.Write("first");
        await _receiver.NextAsync();
        Server.PrivateChat(Server.AddPerson("Bob")).Write("second");

        var second = _receiver.NextAsync();
        await Bot.CallAsync("getMe");
        var cameEarly = second.IsCompleted;
        held.SetResult();

        Assert.That(cameEarly, Is.False);
        Assert.That((await second).Body, Does.Contain("second"));
    }

    [Test]
    public async Task Answer_of_the_webhook_may_be_a_request()
    {
        _receiver.Answers.Enqueue(http => http.Response.WriteAsJsonAsync(new { method = "sendMessage", chat_id = Chat.Id, text = "at once" }));
        await Bot.CallAsync("setWebhook", new { url = _receiver.Url });

        Chat.Write("/model");

        Assert.That((await Chat.WaitForMessageAsync()).Text, Is.EqualTo("at once"));
    }

    [Test]
    public async Task Server_that_died_delivers_when_it_is_back()
    {
        await Bot.CallAsync("setWebhook", new { url = _receiver.Url });
        await Server.DieAsync();
        Chat.Write("/model");
        var pending = Server.PendingUpdates;

        await Server.ComeBackAsync();

        Assert.That(pending, Is.EqualTo(1));
        Assert.That((await _receiver.NextAsync()).Body, Is.EqualTo(Server.LastUpdate));
    }

    [Test]
    public async Task Pending_updates_are_dropped_on_demand()
    {
        Chat.Write("lost");

        await Bot.CallAsync("deleteWebhook", new { drop_pending_updates = true });

        Assert.That(Server.PendingUpdates, Is.Zero);
    }

    [TestCase("not a url", null, "400 Bad Request: invalid webhook URL specified")]
    [TestCase("http://example.com/", null, "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook")]
    [TestCase("https://example.com:8080/", null, "400 Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")]
    [TestCase("https://example.com/", "no spaces", "400 Bad Request: secret token contains unallowed characters")]
    [TestCase("https://example.com/", "", "done")]
    public async Task Webhook_that_breaks_the_rules_is_refused(string url, string? secret_token, string refusal) =>
        Assert.That(await Bot.RefusalAsync("setWebhook", new { url, secret_token }), Is.EqualTo(refusal));

    [TestCase(256, "done")]
    [TestCase(257, "400 Bad Request: secret token is too long")]
    public async Task Long_secret_is_refused(int length, string refusal)
    {
        var secret_token = new string('x', length);

        Assert.That(await Bot.RefusalAsync("setWebhook", new { url = "https://example.com/", secret_token }), Is.EqualTo(refusal));
    }

    [Test]
    public async Task Loopback_is_refused_as_Telegram_would()
    {
        await using var strict = await FakeTelegramServer.StartAsync(new FakeTelegramOptions { LoopbackWebhooks = false });
        using var bot = new BotClient(strict);

        var refusal = await bot.RefusalAsync("setWebhook", new { url = _receiver.Url });

        Assert.That(refusal, Is.EqualTo("400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook"));
    }
}
