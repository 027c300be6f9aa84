using ChatAuth.Channels.Telegram;
using ChatAuth.Channels.Tests.Sending;
using ChatAuth.Core.Credentials;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>The token reaches the server that was configured and nothing else: no log, activity, metric, event, exception, answer or printed object.</summary>
[NonParallelizable]
internal sealed class BotTokenCanaryTests
{
    private static readonly TelegramRequest Message = new TelegramRequest.SendMessage(1, "hi");

    private static IEnumerable<TestCaseData> Answers =>
    [
        new TestCaseData(RawServer.Response("200 OK", """{"ok":true,"result":true}""")).SetArgDisplayNames("done"),
        new TestCaseData(RawServer.Response("401 Unauthorized", """{"ok":false,"error_code":401,"description":"Unauthorized"}""")).SetArgDisplayNames("401"),
        new TestCaseData(RawServer.Response("404 Not Found", $$"""{"ok":false,"error_code":404,"description":"No /bot{{Canary.Bot}}/sendMessage"}""")).SetArgDisplayNames("404 with echo"),
        new TestCaseData(RawServer.Response("502 Bad Gateway", $"<html>{Canary.Bot}</html>")).SetArgDisplayNames("502 with echo"),
        new TestCaseData($"HTTP/1.1 {Canary.Bot}\r\n\r\n").SetArgDisplayNames("torn head with echo"),
        new TestCaseData("").SetArgDisplayNames("nothing"),
    ];

    [TestCaseSource(nameof(Answers))]
    public async Task Nothing_of_the_token_gets_out_whatever_is_answered(string answer)
    {
        await using var server = new RawServer(answer, hangsUp: true);

        Assert.That(await LeakedAsync($"http://127.0.0.1:{server.Port}"), Is.Empty);
        Assert.That(Canary.FoundIn(server.Received), Is.Not.Empty);
    }

    [Test]
    public async Task Nothing_of_the_token_gets_out_when_nobody_listens() =>
        Assert.That(await LeakedAsync($"http://127.0.0.1:{BotApiClientTests.ClosedPort()}"), Is.Empty);

    [Test]
    public async Task Nothing_of_the_token_reaches_a_server_with_an_unknown_certificate()
    {
        await using var server = new RawServer(RawServer.Response("200 OK", """{"ok":true,"result":true}"""), tls: true);

        Assert.That(await LeakedAsync($"https://127.0.0.1:{server.Port}"), Is.Empty);
        Assert.That(server.Received, Is.Empty);
    }

    [Test]
    public async Task Nothing_of_the_token_follows_a_redirect()
    {
        await using var elsewhere = RawServer.WithJson("""{"ok":true,"result":true}""");
        await using var server = new RawServer(RawServer.Response("302 Found", "", $"Location: http://127.0.0.1:{elsewhere.Port}/bot{Canary.Bot}/sendMessage\r\n"));

        Assert.That(await LeakedAsync($"http://127.0.0.1:{server.Port}"), Is.Empty);
        Assert.That(elsewhere.Connections, Is.Zero);
    }

    [Test]
    public async Task Watch_would_see_a_token_in_a_plain_client()
    {
        await using var server = RawServer.WithJson("{}");
        using var watch = new Watch<BotApiClient>();
        using var plain = new HttpClient();

        using var response = await plain.GetAsync(new Uri($"http://127.0.0.1:{server.Port}/bot{Canary.Bot}/getMe"));

        Assert.That(Canary.FoundIn(watch.Seen), Is.Not.Empty);
    }

    private static async Task<IEnumerable<string>> LeakedAsync(string baseUrl)
    {
        var token = Secret.TryCreate(Canary.Bot, out var secret) ? secret! : throw new InvalidOperationException();
        var address = new BotApiAddress(new Uri(baseUrl), token);
        using var watch = new Watch<BotApiClient>();
        using var client = new BotApiClient(address, new FakeTime(), watch);

        var answer = await client.SendAsync(Message, default);

        return Canary.FoundIn($"{watch.Seen}\n{answer}\n{client}\n{address}");
    }
}
