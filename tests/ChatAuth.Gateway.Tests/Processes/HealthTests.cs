using System.Net;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>What the gateway answers over HTTP where messages are polled. Nobody serves its Bot API here, so it never gets ready.</summary>
internal sealed class HealthTests
{
    private readonly HttpClient _client = new();
    private readonly GatewayProcess _gateway = new();

    private Uri Address => _gateway.Address;

    [OneTimeSetUp]
    public Task Start() => _gateway.StartAsync();

    [OneTimeTearDown]
    public void Stop()
    {
        _client.Dispose();
        _gateway.Dispose();
    }

    [Test]
    public async Task Living_process_is_healthy()
    {
        using var answer = await _client.SendAsync(HttpCalls.Get(Address, "/healthz"));

        Assert.That((answer.StatusCode, await answer.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.OK, "ok")));
        Assert.That(answer.Headers.Server, Is.Empty);
    }

    [Test]
    public async Task Process_that_telegram_does_not_reach_is_not_ready_and_says_no_more()
    {
        using var answer = await _client.SendAsync(HttpCalls.Get(Address, "/readyz"));

        Assert.That((answer.StatusCode, await answer.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "not ready")));
    }

    [TestCase("/")]
    [TestCase("/healthz/")]
    [TestCase("/HEALTHZ")]
    [TestCase("/healthz/../readyz2")]
    [TestCase("/telegram/webhook")]
    public async Task Anything_else_is_not_found(string path)
    {
        using var answer = await _client.SendAsync(HttpCalls.Get(Address, path));

        Assert.That((answer.StatusCode, await answer.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.NotFound, "")));
    }

    [Test]
    public async Task Webhook_is_not_found_where_updates_are_polled()
    {
        using var answer = await _client.SendAsync(HttpCalls.Update(Address, HttpCalls.Json("{}"), GatewayProcess.Secret));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Interactions_are_not_found_where_no_bot_on_discord_is_configured()
    {
        using var answer = await _client.PostAsync(new Uri(Address, "/discord/interactions"), HttpCalls.Json("{}"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("127.0.0.1", HttpStatusCode.OK)]
    [TestCase("localhost:1", HttpStatusCode.OK)]
    [TestCase("attacker.example", HttpStatusCode.BadRequest)]
    [TestCase("127.0.0.1.attacker.example", HttpStatusCode.BadRequest)]
    [TestCase("127.0.0.2", HttpStatusCode.BadRequest)]
    [TestCase("bot.example.com", HttpStatusCode.BadRequest, Description = "there is no webhook")]
    public async Task Request_must_name_this_gateway(string host, HttpStatusCode status)
    {
        using var answer = await _client.SendAsync(HttpCalls.Get(Address, "/healthz", host));

        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }
}
