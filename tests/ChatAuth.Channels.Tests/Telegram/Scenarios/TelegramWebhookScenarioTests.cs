using System.Net;
using System.Text;
using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>Updates that Telegram brings.</summary>
internal sealed class TelegramWebhookScenarioTests : TelegramScenario
{
    private WebhookHost _host = null!;

    protected override TelegramStageOptions Options => new()
    {
        Settings = settings => settings with
        {
            Transport = TelegramTransport.Webhook,
            WebhookUrl = (_host = WebhookHost.StartAsync().GetAwaiter().GetResult()).Url,
            WebhookSecret = Secret.TryCreate("FAKE-webhook-secret-of-tests-0001", out var secret) ? secret : null,
        },
    };

    [SetUp]
    public async Task Listen()
    {
        _host.Webhook = Stage.Process.Webhook;
        await Server.WaitForRequestAsync("setWebhook");
    }

    [TearDown]
    public async Task StopListening() => await _host.DisposeAsync();

    [Test]
    public async Task Commands_taps_and_questions_arrive()
    {
        var (ann, chat) = await Stage.OwnerAsync();

        await Stage.SayAsync(chat, ann, "/model list");
        await Stage.TapAsync(chat, ann, chat.LastMessage, "gpt");
        await Stage.SayAsync(chat, ann, "hello");

        Assert.That(Stage.Served, Is.EqualTo(new[] { "openai:team: hello" }));
        Assert.That(Server.RequestsOf("getUpdates"), Is.Empty);
    }

    [Test]
    public async Task Update_that_is_brought_twice_is_handled_once()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        await Stage.SayAsync(chat, ann, "hello");

        Server.Redeliver(System.Text.Json.JsonDocument.Parse(Server.LastUpdate).RootElement.GetProperty("update_id").GetInt64());
        await Stage.SettleAsync();

        Assert.That(World.Vendor.Seen, Has.Count.EqualTo(1));
        Assert.That(chat.BotMessages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Update_that_is_brought_while_it_is_under_way_is_handled_once()
    {
        var (_, chat) = await Stage.OwnerAsync();
        var answering = new TaskCompletionSource();
        World.Vendor.Until = answering.Task;
        chat.Write("hello");
        await Server.WaitForRequestAsync("sendChatAction");

        var again = Stage.Process.Webhook.ReceiveAsync(Encoding.UTF8.GetBytes(Server.LastUpdate), default);
        answering.SetResult();
        await Stage.SettleAsync();

        Assert.That(await again);
        Assert.That(World.Vendor.Seen, Has.Count.EqualTo(1));
        Assert.That(chat.BotMessages, Has.Count.EqualTo(1));
    }

    [TestCase(null)]
    [TestCase("FAKE-webhook-secret-of-tests-0002")]
    public async Task Update_without_the_secret_is_turned_away(string? secret)
    {
        var (_, chat) = await Stage.OwnerAsync();
        using var somebody = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, _host.Url) { Content = new StringContent("""{"update_id":1}""") };
        if (secret is not null) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);

        using var answer = await somebody.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(chat.BotMessages, Is.Empty);
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("""{"update_id":"x"}""")]
    [TestCase("""{"update_id":7,"message":{"text":5}}""")]
    public async Task What_is_no_update_is_taken_and_passed_over(string body) =>
        Assert.That(await Stage.Process.Webhook.ReceiveAsync(Encoding.UTF8.GetBytes(body), default));

    [Test]
    public async Task Long_answer_does_not_hold_telegram_s_connection()
    {
        var (_, chat) = await Stage.OwnerAsync();
        var answering = new TaskCompletionSource();
        World.Vendor.Until = answering.Task;
        chat.Write("hello");
        await Server.WaitForRequestAsync("sendChatAction");
        await World.Time.SomebodyWaitsAsync(TimeSpan.FromSeconds(10));

        World.Time.Advance(TimeSpan.FromSeconds(10));
        await Stage.SettleAsync();
        answering.SetResult();
        var answer = await chat.WaitForMessagesAsync(1);

        Assert.That(answer.Text, Does.Contain("by anthropic:work"));
    }

    [Test]
    public async Task Update_that_comes_when_the_host_stops_is_left_to_the_next_process()
    {
        await Stage.Process.StopAsync();

        var taken = await Stage.Process.Webhook.ReceiveAsync("""{"update_id":8}"""u8.ToArray(), default);

        Assert.That(taken, Is.False);
        Assert.That(Stage.Process.Readiness.Problem, Is.EqualTo("stopped"));
    }
}
