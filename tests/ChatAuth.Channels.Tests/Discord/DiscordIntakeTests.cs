using System.Text;
using ChatAuth.Channels.Conversations;
using ChatAuth.Channels.Discord;
using ChatAuth.Testing.Discord;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>What is done with interactions that a client library received.</summary>
internal sealed class DiscordIntakeTests
{
    private ChannelReadiness _readiness = null!;
    private DiscordStage _stage = null!;
    private DiscordIntake _intake = null!;

    [SetUp]
    public async Task SetUp()
    {
        _stage = await DiscordStage.StartAsync();
        _readiness = new ChannelReadiness();
        _intake = Intake(isOnlyBot: false);
    }

    [TearDown]
    public async Task TearDown()
    {
        _intake.Dispose();
        await _stage.DisposeAsync();
    }

    private DiscordIntake Intake(bool isOnlyBot, bool answersAsk = true) => new(_stage.ChatAuth, _stage.Sender, isOnlyBot, answersAsk, _readiness, new StopGrace(_stage.World.Time), _stage.World.Time);

    private FakeDiscordInteraction Pin() => _stage.Channel.Slash(_stage.Ann, "model", ("choice", "opus@anthropic:work"));

    private static DiscordInteraction Read(string json) => DiscordInteractionJson.Find(Encoding.UTF8.GetBytes(json))!;

    private async Task<IReadOnlyList<DiscordRequest.Respond>> AnswersAsync()
    {
        await _intake.WhenIdleAsync(TimeSpan.FromDays(1));
        return [.. (await _stage.FollowingAsync()).OfType<DiscordRequest.Respond>()];
    }

    [Test]
    public async Task Answer_is_sent_with_the_interactions_own_token()
    {
        var pin = Pin();

        var isTaken = _intake.TryTake(Read(pin.Json));

        var answer = (await AnswersAsync()).Single();
        Assert.That((isTaken, answer.InteractionId, answer.Token, answer.Response.Type), Is.EqualTo((true, pin.Id, pin.Token, 4)));
        Assert.That(answer.Response.Data!.Content, Does.Contain("pinned"));
    }

    [Test]
    public async Task Interaction_that_comes_again_is_not_answered_again()
    {
        var pin = Read(Pin().Json);

        Assert.That((_intake.TryTake(pin), _intake.TryTake(pin)), Is.EqualTo((true, true)));

        Assert.That(await AnswersAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Interaction_of_another_time_is_refused()
    {
        var pin = Read(Pin().Json);
        _stage.World.Time.Advance(TimeSpan.FromMinutes(6));

        _intake.TryTake(pin);

        Assert.That((await AnswersAsync()).Single().Response.Data!.Content, Does.Contain("interaction-untimely"));
    }

    [TestCase("""{ "id": "1", "application_id": "2", "type": 2, "token": "FAKE", "data": { "name": "weather" } }""")]
    [TestCase("""{ "id": "1", "application_id": "2", "type": 3, "token": "FAKE", "data": { "custom_id": "rain" } }""")]
    [TestCase("""{ "id": "1", "application_id": "2", "type": 3, "token": "FAKE", "data": { "custom_id": "menu:0", "values": ["rain"] } }""")]
    [TestCase("""{ "id": "1", "application_id": "2", "type": 5, "token": "FAKE", "data": { "custom_id": "form" } }""")]
    public async Task What_is_the_bots_own_is_left_to_it(string json)
    {
        Assert.That((_intake.TryTake(Read(json)), await _intake.TryAnswerAsync(Read(json))), Is.EqualTo((false, (ReadOnlyMemory<byte>?)null)));

        Assert.That(await AnswersAsync(), Is.Empty);
    }

    [Test]
    public async Task Ask_of_the_bots_own_is_left_to_it([Values] bool isOnlyBot)
    {
        using var intake = Intake(isOnlyBot, answersAsk: false);
        var asked = Read(_stage.Channel.Slash(_stage.Ann, "ask", ("prompt", "hello")).Json);

        Assert.That((intake.Serves(asked), intake.TryTake(asked), await intake.TryAnswerAsync(asked)), Is.EqualTo((false, false, (ReadOnlyMemory<byte>?)null)));
        Assert.That(intake.Serves(Read(Pin().Json)), Is.True);
    }

    [Test]
    public async Task Only_bot_answers_everything()
    {
        using var intake = Intake(isOnlyBot: true);

        var forged = (await Menu()).ClickForged(_stage.Ann, "rain");
        var body = await intake.TryAnswerAsync(Read(forged.Json));

        Assert.That(Encoding.UTF8.GetString(body!.Value.Span), Does.Contain("\"type\":4"));
    }

    [Test]
    public async Task Web_server_is_given_the_body_of_its_response()
    {
        var body = await _intake.TryAnswerAsync(Read(Pin().Json));

        Assert.That(Encoding.UTF8.GetString(body!.Value.Span), Does.StartWith("{\"type\":4,").And.Contain("pinned"));
        Assert.That(await AnswersAsync(), Is.Empty);
    }

    [Test]
    public async Task Hosts_are_told_whether_interactions_arrive()
    {
        List<bool> told = [_readiness.IsReady];
        _intake.Connected();
        told.Add(_readiness.IsReady);
        _intake.Disconnected();
        told.Add(_readiness.IsReady);
        _intake.Connected();
        await _intake.StoppingAsync(default);

        Assert.That(told, Is.EqualTo(new[] { false, true, false }));
        Assert.That(_readiness.IsReady, Is.False);
    }

    private async Task<FakeDiscordMessage> Menu()
    {
        await _stage.HandleAsync(_stage.Channel.Slash(_stage.Ann, "model"));
        return _stage.Channel.Write(_stage.Bob, "a message with a menu");
    }
}
