using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatAuth.Channels.Conversations;
using ChatAuth.Channels.Discord;
using ChatAuth.Core;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Discord;
using Moq;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>What the endpoint does with requests that Discord signed, that it did not sign, and that come at another time.</summary>
internal sealed class DiscordEndpointTests
{
    private DiscordStage? _started;
    private DiscordEndpoint _endpoint = null!;
    private ChannelReadiness _readiness = null!;
    private StopGrace _grace = null!;

    [SetUp]
    public async Task SetUp()
    {
        if (!Ed25519.IsAvailable) Assert.Ignore($"Needs OpenSSL 3: apt-get install libssl3 ({Ed25519.Reason})");
        await StartAsync();
    }

    [TearDown]
    public async Task TearDown()
    {
        if (_started is null) return;
        _endpoint.Dispose();
        await _started.DisposeAsync();
        _started = null;
    }

    private DiscordStage Stage => _started!;

    private async Task StartAsync(IChatAuth? chatAuth = null)
    {
        await TearDown();
        _started = await DiscordStage.StartAsync(chatAuth: chatAuth);
        _readiness = new ChannelReadiness();
        _grace = new StopGrace(Stage.World.Time);
        Secret.TryCreate(Stage.Discord.Token, out var token);
        _endpoint = new DiscordEndpoint(Stage.ChatAuth, new DiscordSettings(Stage.Discord.ApplicationId, Stage.Discord.PublicKey, token!), _readiness, _grace, Stage.World.Time);
    }

    private FakeDiscordInteraction Pin(string profile = "work") => Stage.Channel.Slash(Stage.Ann, "model", ("choice", $"opus@anthropic:{profile}"));

    private FakeDiscordSignedRequest Ping(DateTimeOffset? at = null) =>
        Stage.Discord.Sign("""{"application_id":"1","id":"1","token":"FAKE-ping-token","type":1,"version":1}""", at);

    private async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(FakeDiscordSignedRequest request)
    {
        var answer = await _endpoint.ReceiveAsync(request.Signature, request.Timestamp, Encoding.UTF8.GetBytes(request.Body));
        return (answer.Status, answer.Json.IsEmpty ? null : JsonNode.Parse(answer.Json.Span));
    }

    private async Task<int> ChangesAsync()
    {
        var conversation = new SessionKey("discord", Stage.Discord.ApplicationId, Stage.Channel.Id);
        return (await Stage.World.Sessions.ListHistoryAsync(conversation, 100, default)).Count;
    }

    private static void AssertRefused((HttpStatusCode Status, JsonNode? Body) answer, string code)
    {
        Assert.That((answer.Status, (int)answer.Body!["type"]!), Is.EqualTo((HttpStatusCode.OK, 4)));
        Assert.That((int)answer.Body["data"]!["flags"]! & DiscordMessage.Ephemeral, Is.Not.Zero);
        Assert.That(((string)answer.Body["data"]!["content"]!).Replace("\\", "", StringComparison.Ordinal), Does.Contain("Nothing was done").And.Contain($"[{code}]"));
    }

    [Test]
    public async Task Ping_is_answered_whenever_it_was_signed_because_it_does_nothing([Values(0, -600, 86_400)] int seconds)
    {
        var answer = await SendAsync(Ping(Stage.World.Time.GetUtcNow().AddSeconds(seconds)));

        Assert.That((answer.Status, answer.Body?.ToJsonString()), Is.EqualTo((HttpStatusCode.OK, """{"type":1}""")));
    }

    [Test]
    public async Task Command_is_answered_in_the_response()
    {
        var answer = await SendAsync(Pin().Sign());

        Assert.That((answer.Status, (int)answer.Body!["type"]!), Is.EqualTo((HttpStatusCode.OK, 4)));
        Assert.That(await ChangesAsync(), Is.EqualTo(1));
    }

    [TestCase("signature")]
    [TestCase("timestamp")]
    [TestCase("body")]
    [TestCase("no signature")]
    [TestCase("no timestamp")]
    public async Task What_discord_did_not_sign_is_401_and_nothing_else(string changed)
    {
        var signed = Pin().Sign();
        var (signature, timestamp, body) = changed switch
        {
            "signature" => ((string?)Ping().Signature, (string?)signed.Timestamp, signed.Body),
            "timestamp" => (signed.Signature, $"{signed.Timestamp[..^1]}{('9' - signed.Timestamp[^1]) % 10}", signed.Body),
            "body" => (signed.Signature, signed.Timestamp, signed.Body + " "),
            "no signature" => (null, signed.Timestamp, signed.Body),
            _ => (signed.Signature, null, signed.Body),
        };

        var answer = await _endpoint.ReceiveAsync(signature, timestamp, Encoding.UTF8.GetBytes(body));

        Assert.That((answer.Status, answer.Json.IsEmpty), Is.EqualTo((HttpStatusCode.Unauthorized, true)));
        Assert.That(await ChangesAsync(), Is.Zero);
    }

    [TestCase("")]
    [TestCase("not JSON")]
    [TestCase("[]")]
    [TestCase("{}")]
    public async Task Anything_that_discord_signed_is_answered_with_200(string body)
    {
        var answer = await SendAsync(Stage.Discord.Sign(body));

        Assert.That((answer.Status, (int)answer.Body!["type"]!), Is.EqualTo((HttpStatusCode.OK, 4)));
    }

    [Test]
    public async Task Recorded_request_is_acted_on_once()
    {
        var recorded = Pin().Sign();
        await SendAsync(recorded);

        var again = await SendAsync(recorded);

        AssertRefused(again, "interaction-repeated");
        Assert.That(await ChangesAsync(), Is.EqualTo(1));
    }

    [TestCase(600)]
    [TestCase(86_400)]
    [TestCase(-600)]
    public async Task Recorded_request_is_refused_at_another_time_within_a_200(int seconds)
    {
        var recorded = Pin().Sign();
        Stage.World.Time.Advance(TimeSpan.FromSeconds(seconds));

        AssertRefused(await SendAsync(recorded), "interaction-untimely");
        Assert.That(await ChangesAsync(), Is.Zero);
    }

    [Test]
    public async Task Old_interaction_is_refused_also_under_a_new_signature()
    {
        var old = Pin();
        Stage.World.Time.Advance(TimeSpan.FromMinutes(10));

        AssertRefused(await SendAsync(old.Sign(Stage.World.Time.GetUtcNow())), "interaction-untimely");
    }

    [Test]
    public async Task Untimely_completion_gets_no_completions()
    {
        var typing = Stage.Channel.TypeInto(Stage.Ann, "model", "choice", "op").Sign();
        Stage.World.Time.Advance(TimeSpan.FromMinutes(10));

        var (status, body) = await SendAsync(typing);

        Assert.That((status, body?.ToJsonString()), Is.EqualTo((HttpStatusCode.OK, """{"type":8,"data":{"choices":[]}}""")));
    }

    [Test]
    public async Task Defect_is_told_to_whoever_acted()
    {
        var broken = new Mock<IChatAuth>();
        broken.Setup(chat => chat.HandleAsync(It.IsAny<CommandContext>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException("canary"));
        await StartAsync(broken.Object);

        var (status, body) = await SendAsync(Pin().Sign());

        Assert.That((status, (int)body!["type"]!), Is.EqualTo((HttpStatusCode.OK, 4)));
        Assert.That(body.ToJsonString(), Does.Contain("[internal").And.Not.Contain("canary"));
    }

    [Test]
    public async Task Stop_lets_an_answer_in_progress_end()
    {
        var vendor = new TaskCompletionSource();
        Stage.World.Vendor.Until = vendor.Task;
        var (_, body) = await SendAsync(Stage.Channel.Slash(Stage.Ann, "ask", ("prompt", "hello")).Sign());
        await _endpoint.StoppingAsync(default);

        var stopped = _endpoint.StoppedAsync(default);
        vendor.SetResult();
        await stopped;

        Assert.That((int)body!["type"]!, Is.EqualTo(5));
        Assert.That(Stage.Sender.Sent.Select(sent => sent.Request), Has.One.InstanceOf<DiscordRequest.EditOriginal>());
        Assert.That(_readiness.Problem, Is.EqualTo("stopped"));
    }

    [Test]
    public async Task Stop_ends_what_takes_longer_than_its_grace()
    {
        Stage.World.Vendor.Until = new TaskCompletionSource().Task;
        await SendAsync(Stage.Channel.Slash(Stage.Ann, "ask", ("prompt", "hello")).Sign());
        await _grace.StoppingAsync(default);

        Stage.World.Time.Advance(TimeSpan.FromSeconds(10));
        var stopped = _endpoint.StoppedAsync(default);
        Stage.World.Time.Advance(StopGrace.Length - TimeSpan.FromSeconds(10));

        await stopped.WaitAsync(TimeSpan.FromSeconds(15));
        Assert.That(Stage.Sender.Sent, Is.Empty);
    }
}
