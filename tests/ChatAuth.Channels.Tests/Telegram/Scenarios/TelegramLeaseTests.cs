using ChatAuth.Channels.Conversations;
using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Credentials;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Channels.Tests.Telegram.Scenarios;

/// <summary>Several processes of one installation: one fetches.</summary>
internal sealed class TelegramLeaseTests : TelegramScenario
{
    private static readonly TimeSpan s_fiveSeconds = TimeSpan.FromSeconds(5);

    private SeverableSender _connection = null!;

    protected override TelegramStageOptions Options => new()
    {
        Services = (services, server) =>
        {
            Secret.TryCreate(server.Token, out var token);
            services.AddSingleton<ITelegramSender>(provider => _connection = new SeverableSender(
                new BotApiClient(new BotApiAddress(server.BaseUrl, token!), provider.GetRequiredService<TimeProvider>())));
        },
    };

    [Test]
    public async Task Confirmation_that_the_stop_broke_off_is_made_by_the_stop()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        var confirming = _connection.LoseConfirmationAsync();
        chat.Write(ann, "/model sonnet");
        await confirming.WaitAsync(TimeSpan.FromSeconds(15));

        await Stage.Process.StopAsync();

        Assert.That(Server.PendingUpdates, Is.Zero);
    }

    [Test]
    public async Task Second_process_leaves_the_updates_to_the_first()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        await Stage.SayAsync(chat, ann, "/model sonnet");

        var second = await Stage.StartAnotherAsync();
        await World.Time.SomebodyWaitsAsync(s_fiveSeconds);
        await Stage.SayAsync(chat, ann, "/model gpt");

        Assert.That(second.Readiness.Problem, Does.Contain("another process of this installation"));
        Assert.That(Server.RequestsOf("getUpdates").Where(request => request.Status == 409), Is.Empty);
        Assert.That(await Stage.ModelAsync(chat), Is.EqualTo("gpt-5.2"));
    }

    [Test]
    public async Task Process_that_stops_hands_over_at_once()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        await Stage.SayAsync(chat, ann, "/model sonnet");
        var first = Stage.Process;
        var second = await Stage.StartAnotherAsync();
        await World.Time.SomebodyWaitsAsync(s_fiveSeconds);

        await first.StopAsync();
        World.Time.Advance(s_fiveSeconds);
        await Stage.SayAsync(chat, ann, "/model gpt");

        Assert.That(second.Readiness.IsReady);
        Assert.That(first.Readiness.Problem, Is.EqualTo("stopped"));
        Assert.That(await Stage.ModelAsync(chat), Is.EqualTo("gpt-5.2"));
    }

    [Test]
    public async Task Process_that_died_is_followed_when_its_lease_ends()
    {
        var (ann, chat) = await Stage.OwnerAsync();
        await Stage.SayAsync(chat, ann, "/model sonnet");
        await Server.WaitForRequestArrivalAsync("getUpdates", Server.RequestsOf("getUpdates").Count);
        var second = await Stage.StartAnotherAsync();
        await World.Time.SomebodyWaitsAsync(s_fiveSeconds);

        _connection.Cut();
        World.Time.Advance(TimeSpan.FromSeconds(59));
        var before = second.Readiness.Problem;
        World.Time.Advance(TimeSpan.FromSeconds(6));
        await Stage.SayAsync(chat, ann, "/model gpt");

        Assert.That(before, Does.Contain("another process of this installation"));
        Assert.That(second.Readiness.IsReady);
        Assert.That(await Stage.ModelAsync(chat), Is.EqualTo("gpt-5.2"));
        World.Time.PassesAtOnce = StopGrace.LastWords; // What the first one says at its end reaches nobody.
    }
}
