using System.Net;
using System.Net.Sockets;
using ChatAuth.Channels.Telegram;
using ChatAuth.Channels.Tests.Sending;
using ChatAuth.Core.Credentials;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>What becomes of a request, by what came back.</summary>
internal sealed class BotApiClientTests
{
    private static readonly TelegramRequest Message = new TelegramRequest.SendMessage(-1001, "hi <there>");
    private static readonly TelegramAnswer Unknown = new TelegramAnswer.Unreachable(true);

    private FakeTime _time = null!;

    [SetUp]
    public void Start() => _time = new FakeTime();

    private BotApiClient ClientOf(int port) =>
        new(new BotApiAddress(new Uri($"http://127.0.0.1:{port}"), Secret.TryCreate(Canary.Bot, out var token) ? token! : throw new InvalidOperationException()), _time);

    private async Task<TelegramAnswer> AnswerOf(RawServer server, TelegramRequest? request = null)
    {
        await using (server)
        {
            using var client = ClientOf(server.Port);
            return await client.SendAsync(request ?? Message, default);
        }
    }

    [Test]
    public async Task Request_is_a_post_of_its_parameters_to_the_method_of_the_bot()
    {
        await using var server = RawServer.WithJson("""{"ok":true,"result":{}}""");
        using var client = ClientOf(server.Port);

        await client.SendAsync(Message, default);

        Assert.That(server.Received, Does.StartWith($"POST /bot{Canary.Bot}/sendMessage HTTP/1.1\r\n"));
        Assert.That(server.Received, Does.Contain("\r\nContent-Type: application/json\r\n"));
        Assert.That(server.Received, Does.EndWith("""{"chat_id":-1001,"text":"hi \u003Cthere\u003E","link_preview_options":{"is_disabled":true}}"""));
    }

    [Test]
    public async Task Result_of_what_was_done_is_handed_back()
    {
        var answer = await AnswerOf(RawServer.WithJson("""{"ok":true,"result":{"message_id":42}}"""));

        Assert.That(((TelegramAnswer.Done)answer).Result.GetProperty("message_id").GetInt32(), Is.EqualTo(42));
    }

    [TestCase(400, "Bad Request: message is not modified")]
    [TestCase(401, "Unauthorized")]
    [TestCase(404, "Not Found")]
    [TestCase(500, "Internal Server Error")]
    public async Task Refusal_carries_code_and_description(int code, string description)
    {
        var answer = await AnswerOf(RawServer.WithJson($$"""{"ok":false,"error_code":{{code}},"description":"{{description}}"}""", $"{code} No"));

        Assert.That(answer, Is.EqualTo(new TelegramAnswer.Refused(code, description)));
    }

    [Test]
    public async Task Flood_carries_its_wait()
    {
        var answer = await AnswerOf(RawServer.WithJson("""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 35","parameters":{"retry_after":35}}""", "429 Too Many Requests"));

        Assert.That(answer, Is.EqualTo(new TelegramAnswer.Refused(429, "Too Many Requests: retry after 35") { RetryAfter = TimeSpan.FromSeconds(35) }));
    }

    [Test]
    public async Task Migration_carries_the_new_id()
    {
        var answer = await AnswerOf(RawServer.WithJson("""{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded","parameters":{"migrate_to_chat_id":-1003737373737}}""", "400 Bad Request"));

        Assert.That(((TelegramAnswer.Refused)answer).MigratedTo, Is.EqualTo(-1_003_737_373_737));
    }

    [TestCase("502 Bad Gateway", "<html><h1>502 Bad Gateway</h1></html>")]
    [TestCase("200 OK", "")]
    [TestCase("200 OK", "null")]
    [TestCase("200 OK", "[]")]
    [TestCase("200 OK", """{"ok":tru""")]
    [TestCase("200 OK", """{"ok":"yes","result":1}""")]
    [TestCase("200 OK", """{"ok":true}""")]
    [TestCase("200 OK", """{"ok":false,"error_code":"many"}""")]
    [TestCase("200 OK", """{"ok":false,"error_code":400,"parameters":"none"}""")]
    [TestCase("200 OK", """{"ok":false,"error_code":400,"description":"\ud800"}""")]
    [TestCase("500 Internal Server Error", """{"ok":true,"result":1}""")]
    public async Task Anything_but_an_answer_of_the_API_leaves_it_unknown(string status, string body) =>
        Assert.That(await AnswerOf(RawServer.WithJson(body, status)), Is.EqualTo(Unknown));

    [Test]
    public async Task Connection_that_ends_without_an_answer_leaves_it_unknown() =>
        Assert.That(await AnswerOf(new RawServer("", hangsUp: true)), Is.EqualTo(Unknown));

    [Test]
    public async Task Connection_that_ends_within_the_answer_leaves_it_unknown()
    {
        var cut = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":true,", hangsUp: true);

        Assert.That(await AnswerOf(cut), Is.EqualTo(Unknown));
    }

    [Test]
    public async Task Answer_above_a_megabyte_is_not_read() =>
        Assert.That(await AnswerOf(RawServer.WithJson($$"""{"ok":true,"result":"{{new string('x', 1024 * 1024)}}"}""")), Is.EqualTo(Unknown));

    [Test]
    public async Task Updates_may_be_above_a_megabyte()
    {
        var server = RawServer.WithJson($$"""{"ok":true,"result":["{{new string('x', 2 * 1024 * 1024)}}"]}""");

        Assert.That(await AnswerOf(server, new TelegramRequest.GetUpdates(1, 100, 50, [])), Is.InstanceOf<TelegramAnswer.Done>());
    }

    [Test]
    public async Task Request_to_a_closed_port_cannot_have_arrived()
    {
        using var client = ClientOf(ClosedPort());

        Assert.That(await client.SendAsync(Message, default), Is.EqualTo(new TelegramAnswer.Unreachable(false)));
    }

    [TestCase(29.9, false)]
    [TestCase(30, true)]
    public async Task Answer_is_waited_for_30_seconds(double seconds, bool ends) => await WaitsFor(Message, seconds, ends);

    [TestCase(59.9, false)]
    [TestCase(60, true)]
    public async Task Updates_are_waited_for_10_seconds_longer_than_asked(double seconds, bool ends) =>
        await WaitsFor(new TelegramRequest.GetUpdates(1, 100, 50, []), seconds, ends);

    [Test]
    public async Task Caller_who_gives_up_gets_no_answer()
    {
        await using var server = new RawServer("");
        using var client = ClientOf(server.Port);
        using var caller = new CancellationTokenSource();
        var sending = client.SendAsync(Message, caller.Token);
        await server.Asked;

        await caller.CancelAsync();

        var given = await Assert.CatchAsync<OperationCanceledException>(() => sending);
        Assert.That(given!.CancellationToken, Is.EqualTo(caller.Token));
    }

    [Test]
    public async Task Connection_serves_several_requests()
    {
        await using var server = RawServer.WithJson("""{"ok":true,"result":true}""");
        using var client = ClientOf(server.Port);

        for (var sent = 0; sent < 3; sent++) await client.SendAsync(Message, default);

        Assert.That(server.Connections, Is.EqualTo(1));
    }

    internal static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitsFor(TelegramRequest request, double seconds, bool ends)
    {
        await using var server = new RawServer("");
        using var client = ClientOf(server.Port);
        using var caller = new CancellationTokenSource();
        var sending = client.SendAsync(request, caller.Token);
        await server.Asked;

        _time.Advance(TimeSpan.FromSeconds(seconds));
        if (!ends) await caller.CancelAsync();

        if (ends) Assert.That(await sending, Is.EqualTo(Unknown));
        else await Assert.CatchAsync<OperationCanceledException>(() => sending);
    }
}
