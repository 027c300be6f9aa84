using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ChatAuth.Channels.Discord;
using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>What reaches Discord's endpoint, and what does not. This Discord's clock is a day behind.</summary>
internal sealed class InteractionTests
{
    private readonly HttpClient _client = new();
    private readonly GatewayProcess _gateway = new();
    private FakeDiscordServer _discord = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _discord = await FakeDiscordServer.StartAsync(new() { Time = new FakeTime(TimeProvider.System.GetUtcNow().AddDays(-1)), ResponseWindow = TimeSpan.FromSeconds(30) });
        _gateway.UseDiscord(_discord);
        _gateway.Environment["CHATAUTH__GATEWAY__HOSTS__0"] = "bot.example.com";
        await _gateway.StartAsync("--demo");
        _discord.EndpointUrl = new Uri(_gateway.Address, "/discord/interactions");
        await _discord.WaitForRequestAsync(FakeDiscordRoutes.SetCommands, timeout: TimeSpan.FromSeconds(30));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _client.Dispose();
        _gateway.Dispose();
        await _discord.DisposeAsync();
    }

    private async Task<HttpResponseMessage> Send(string body, Action<HttpRequestMessage>? change = null)
    {
        var signed = _discord.Sign(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, _discord.EndpointUrl) { Content = HttpCalls.Json(body) };
        request.Headers.Add(DiscordEndpoint.SignatureHeader, signed.Signature);
        request.Headers.Add(DiscordEndpoint.TimestampHeader, signed.Timestamp);
        change?.Invoke(request);
        return await _client.SendAsync(request);
    }

    [Test]
    public async Task Pong_is_json()
    {
        using var answer = await Send("""{"type":1}""");

        Assert.That((answer.StatusCode, await answer.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.OK, """{"type":1}""")));
        Assert.That(answer.Content.Headers.ContentType, Is.EqualTo(new MediaTypeHeaderValue("application/json")));
    }

    [Test]
    public async Task Interaction_of_yesterday_is_refused_within_a_200()
    {
        var ada = _discord.AddPerson("ada");

        var sent = await _discord.DirectMessages(ada).Slash(ada, "model").SendAsync();

        Assert.That((sent.Failure, sent.Original!.IsEphemeral), Is.EqualTo(((string?)null, true)));
        Assert.That(sent.Original.Content, Does.Contain("Nothing was done"));
        Assert.That(_discord.Defects, Is.Empty);
    }

    [Test]
    public async Task Unsigned_request_is_401_without_a_word([Values] bool isSignedTwice)
    {
        using var answer = await Send("""{"type":1}""", request =>
        {
            if (isSignedTwice) request.Headers.Add(DiscordEndpoint.SignatureHeader, request.Headers.GetValues(DiscordEndpoint.SignatureHeader));
            else request.Headers.Remove(DiscordEndpoint.SignatureHeader);
        });

        Assert.That((answer.StatusCode, await answer.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.Unauthorized, "")));
    }

    [Test]
    public async Task Body_that_comes_in_many_pieces_is_taken_whole()
    {
        using var answer = await Send("{\"type\":1}" + new string(' ', DiscordEndpoint.MaxBody - 100), request => request.Headers.TransferEncodingChunked = true);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Body_over_the_cap_is_refused_whether_its_length_is_told_or_not([Values] bool isTold)
    {
        using var answer = await Send(new string(' ', DiscordEndpoint.MaxBody + 1), request =>
        {
            request.Headers.TransferEncodingChunked = !isTold;
            request.Headers.ExpectContinue = true; // The server answers before the body is on its way, so that the answer is not lost with it.
        });

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task Other_kinds_of_content_are_refused()
    {
        using var answer = await Send("""{"type":1}""", request => request.Content = new StringContent("""{"type":1}""", Encoding.UTF8, "text/plain"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
    }

    [TestCase("bot.example.com", HttpStatusCode.OK)]
    [TestCase("other.example.com", HttpStatusCode.BadRequest)]
    public async Task Request_may_name_the_reverse_proxys_host(string host, HttpStatusCode status)
    {
        using var answer = await Send("""{"type":1}""", request => request.Headers.Host = host);

        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Channel_that_is_not_configured_is_not_there()
    {
        using var answer = await _client.SendAsync(HttpCalls.Update(_gateway.Address, HttpCalls.Json("{}"), GatewayProcess.Secret));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
