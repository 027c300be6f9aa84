using ChatAuth.Channels.Discord;
using ChatAuth.Channels.Tests.Sending;
using ChatAuth.Channels.Tests.Telegram;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Fakes;
using static ChatAuth.Channels.Tests.Discord.DiscordTest;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>What becomes of a request, by what came back.</summary>
internal sealed class DiscordRestClientTests
{
    private static readonly DiscordAnswer Unknown = new DiscordAnswer.Unreachable(true);

    private FakeTime _time = null!;

    [SetUp]
    public void Start() => _time = new FakeTime();

    private DiscordRestClient ClientOf(int port) => new(AddressOf($"http://127.0.0.1:{port}/api/v10"), _time);

    private async Task<DiscordAnswer> AnswerOf(RawServer server, DiscordRequest? request = null)
    {
        await using (server)
        {
            using var client = ClientOf(server.Port);
            return await client.SendAsync(request ?? Message(), default) with { Limit = null };
        }
    }

    private async Task<string> SentBy(DiscordRequest request)
    {
        await using var server = RawServer.WithJson("{}");
        using var client = ClientOf(server.Port);
        await client.SendAsync(request, default);
        return server.Received;
    }

    [Test]
    public async Task Request_of_the_bots_own_carries_its_token_and_name()
    {
        var sent = await SentBy(Message("42"));

        Assert.That(sent, Does.StartWith("POST /api/v10/channels/42/messages HTTP/1.1\r\n"));
        Assert.That(sent, Does.Contain($"\r\nAuthorization: Bot {Canary.DiscordBot}\r\n"));
        Assert.That(sent, Does.Match(@"\r\nUser-Agent: DiscordBot \(ChatAuth, \d+\.\d+\.\d+\)\r\n"));
        Assert.That(sent, Does.EndWith("""{"content":"hi","components":[],"flags":4,"allowed_mentions":{"parse":[]}}"""));
    }

    [Test]
    public async Task Answer_to_an_interaction_carries_its_own_token_only()
    {
        foreach (var request in new[] { Respond("FAKE:token"), Edit("FAKE:token"), FollowUp("FAKE:token") })
        {
            var sent = await SentBy(request);

            Assert.That(sent.Split("\r\n")[0], Does.Contain("/FAKE%3Atoken"));
            Assert.That(sent, Does.Not.Contain("Authorization"));
        }
    }

    [Test]
    public async Task Reading_has_no_body()
    {
        var sent = await SentBy(new DiscordRequest.GetApplication());

        Assert.That(sent, Does.StartWith("GET /api/v10/applications/@me HTTP/1.1\r\n").And.EndWith("\r\n\r\n"));
    }

    [Test]
    public async Task Result_of_what_was_done_is_handed_back()
    {
        var answer = await AnswerOf(RawServer.WithJson("""{"id":"42"}"""));

        Assert.That(((DiscordAnswer.Done)answer).Result.GetProperty("id").GetString(), Is.EqualTo("42"));
    }

    [Test]
    public async Task What_was_done_without_a_result_has_none() =>
        Assert.That(await AnswerOf(new RawServer("HTTP/1.1 204 No Content\r\n\r\n"), Respond()), Is.EqualTo(new DiscordAnswer.Done(default)));

    [TestCase("400 Bad Request", """{"message":"Cannot send an empty message","code":50006}""", 400, 50006)]
    [TestCase("401 Unauthorized", """{"message":"401: Unauthorized","code":0}""", 401, 0)]
    [TestCase("403 Forbidden", "<html>no</html>", 403, 0)]
    [TestCase("404 Not Found", """{"code":"many"}""", 404, 0)]
    [TestCase("404 Not Found", """{"code":99999999999}""", 404, 0)]
    [TestCase("500 Internal Server Error", """{"message":"500: Internal Server Error","code":0}""", 500, 0)]
    public async Task Refusal_carries_status_and_code(string status, string body, int expected, int code) =>
        Assert.That(await AnswerOf(RawServer.WithJson(body, status)), Is.EqualTo(new DiscordAnswer.Refused(expected, code)));

    [TestCase("""{"message":"You are being rate limited.","retry_after":64.57,"global":false}""", 64.57)]
    [TestCase("""{"message":"You are being rate limited.","retry_after":1e300}""", 86_400)]
    [TestCase("""{"retry_after":-5}""", 0)]
    [TestCase("<html>1015</html>", 65)]
    public async Task Flood_carries_its_wait(string body, double seconds)
    {
        var answer = await AnswerOf(new RawServer(RawServer.Response("429 Too Many Requests", body, "Retry-After: 65\r\n")));

        Assert.That(((DiscordAnswer.Refused)answer).RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [TestCase("502 Bad Gateway", "<html><h1>502 Bad Gateway</h1></html>")]
    [TestCase("200 OK", "<html>sign in to the network</html>")]
    [TestCase("200 OK", """{"id":tru""")]
    [TestCase("302 Found", "")]
    public async Task Anything_but_an_answer_of_the_API_leaves_it_unknown(string status, string body) =>
        Assert.That(await AnswerOf(RawServer.WithJson(body, status)), Is.EqualTo(Unknown));

    [Test]
    public async Task Connection_that_ends_without_an_answer_leaves_it_unknown() =>
        Assert.That(await AnswerOf(new RawServer("", hangsUp: true)), Is.EqualTo(Unknown));

    [Test]
    public async Task Answer_above_a_megabyte_is_not_read() =>
        Assert.That(await AnswerOf(RawServer.WithJson($"\"{new string('x', 1024 * 1024)}\"")), Is.EqualTo(Unknown));

    [Test]
    public async Task Commands_may_be_above_a_megabyte() =>
        Assert.That(await AnswerOf(RawServer.WithJson($"[\"{new string('x', 2 * 1024 * 1024)}\"]"), new DiscordRequest.GetCommands("1", null)), Is.InstanceOf<DiscordAnswer.Done>());

    [Test]
    public async Task Request_to_a_closed_port_cannot_have_arrived()
    {
        using var client = ClientOf(BotApiClientTests.ClosedPort());

        Assert.That(await client.SendAsync(Message(), default), Is.EqualTo(new DiscordAnswer.Unreachable(false)));
    }

    [Test]
    public async Task Answer_is_waited_for_15_seconds()
    {
        await using var server = new RawServer("");
        using var client = ClientOf(server.Port);
        var sending = client.SendAsync(Message(), default);
        await server.Asked;

        _time.Advance(TimeSpan.FromSeconds(15));

        Assert.That(await sending, Is.EqualTo(Unknown));
    }

    [Test]
    public async Task Caller_who_gives_up_gets_no_answer()
    {
        await using var server = new RawServer("");
        using var client = ClientOf(server.Port);
        using var caller = new CancellationTokenSource();
        var sending = client.SendAsync(Message(), caller.Token);
        await server.Asked;

        await caller.CancelAsync();

        var given = await Assert.CatchAsync<OperationCanceledException>(() => sending);
        Assert.That(given!.CancellationToken, Is.EqualTo(caller.Token));
    }
}
