using ChatAuth.Channels.Discord;
using ChatAuth.Channels.Tests.Sending;
using ChatAuth.Channels.Tests.Telegram;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Fakes;
using static ChatAuth.Channels.Tests.Discord.DiscordTest;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>The tokens of the bot and of interactions reach the server that was configured and nothing else: no log, activity, metric, event, exception, answer or printed object.</summary>
[NonParallelizable]
internal sealed class DiscordTokenCanaryTests
{
    private const string Refusal = """{"message":"401: Unauthorized","code":0}""";

    private static IEnumerable<DiscordRequest> Requests => [Message(), Respond(Canary.Interaction), Edit(Canary.Interaction), FollowUp(Canary.Interaction)];

    private static IEnumerable<string> Answers =>
    [
        RawServer.Response("200 OK", "{}"),
        RawServer.Response("401 Unauthorized", Refusal),
        RawServer.Response("404 Not Found", $$"""{"message":"/webhooks/1/{{Canary.Interaction}} Bot {{Canary.DiscordBot}}","code":10015}"""),
        RawServer.Response("502 Bad Gateway", $"<html>{Canary.Interaction} {Canary.DiscordBot}</html>"),
        $"HTTP/1.1 {Canary.Interaction}\r\n\r\n",
        $"HTTP/1.1 {Canary.DiscordBot}\r\n\r\n",
        "",
    ];

    [Test]
    public async Task Nothing_of_a_token_gets_out_whatever_is_answered(
        [ValueSource(nameof(Requests))] DiscordRequest request, [Range(0, 6)] int answer)
    {
        await using var server = new RawServer(Answers.ElementAt(answer), hangsUp: true);

        Assert.That(await LeakedAsync($"http://127.0.0.1:{server.Port}", request), Is.Empty);
        Assert.That(Canary.FoundIn(server.Received), Is.Not.Empty);
    }

    [TestCaseSource(nameof(Requests))]
    public async Task Nothing_of_a_token_gets_out_when_nobody_listens(DiscordRequest request) =>
        Assert.That(await LeakedAsync($"http://127.0.0.1:{BotApiClientTests.ClosedPort()}", request), Is.Empty);

    [TestCaseSource(nameof(Requests))]
    public async Task Nothing_of_a_token_reaches_a_server_with_an_unknown_certificate(DiscordRequest request)
    {
        await using var server = new RawServer(RawServer.Response("200 OK", "{}"), tls: true);

        Assert.That(await LeakedAsync($"https://127.0.0.1:{server.Port}", request), Is.Empty);
        Assert.That(server.Received, Is.Empty);
    }

    [TestCaseSource(nameof(Requests))]
    public async Task Nothing_of_a_token_follows_a_redirect(DiscordRequest request)
    {
        await using var elsewhere = RawServer.WithJson("{}");
        await using var server = new RawServer(RawServer.Response("307 Temporary Redirect", "", $"Location: http://127.0.0.1:{elsewhere.Port}/{Canary.Interaction}\r\n"));

        Assert.That(await LeakedAsync($"http://127.0.0.1:{server.Port}", request), Is.Empty);
        Assert.That(elsewhere.Connections, Is.Zero);
    }

    private static async Task<IEnumerable<string>> LeakedAsync(string baseUrl, DiscordRequest request)
    {
        var address = AddressOf(baseUrl);
        using var watch = new Watch<DiscordRestClient>();
        using var client = new DiscordRestClient(address, new FakeTime(), watch);

        var answer = await client.SendAsync(request, default);

        return Canary.FoundIn($"{watch.Seen}\n{answer}\n{client}\n{address}\n{request}\n{DiscordRoute.Of(request)}");
    }
}
