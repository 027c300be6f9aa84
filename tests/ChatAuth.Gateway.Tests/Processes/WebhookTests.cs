using System.Net;
using System.Text;
using ChatAuth.Gateway.Http;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>What reaches the webhook, and what does not.</summary>
internal sealed class WebhookTests
{
    private readonly HttpClient _client = new();
    private readonly GatewayProcess _gateway = new();

    private Uri Address => _gateway.Address;

    [OneTimeSetUp]
    public Task Start()
    {
        _gateway.UseWebhook();
        return _gateway.StartAsync();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _client.Dispose();
        _gateway.Dispose();
    }

    [Test]
    public async Task Update_with_the_secret_is_taken_or_asked_for_again()
    {
        using var answer = await _client.SendAsync(HttpCalls.Update(Address, HttpCalls.Json("""{"update_id":1}"""), GatewayProcess.Secret));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.Empty);
    }

    [TestCase]
    [TestCase("")]
    [TestCase("FAKE-webhook-secret-0123456789abcdeg")]
    [TestCase("fake-webhook-secret-0123456789abcdef")]
    [TestCase(GatewayProcess.Secret, GatewayProcess.Secret)]
    public async Task Anything_but_the_secret_once_is_turned_away(params string[] secrets)
    {
        using var answer = await _client.SendAsync(HttpCalls.Update(Address, HttpCalls.Json("""{"update_id":1}"""), secrets));

        Assert.That((answer.StatusCode, await answer.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.Unauthorized, "")));
    }

    [Test]
    public async Task Stranger_is_turned_away_before_the_body_is_read()
    {
        using var client = await HttpCalls.BeginUpdateAsync(Address, "wrong", beginning: "", total: 1000);

        var answer = await new StreamReader(client.GetStream(), Encoding.ASCII).ReadLineAsync();

        Assert.That(answer, Does.StartWith("HTTP/1.1 401"));
    }

    [Test]
    public async Task Other_kinds_of_content_are_refused()
    {
        using var answer = await _client.SendAsync(HttpCalls.Update(Address, new StringContent("{}", Encoding.UTF8, "text/plain"), GatewayProcess.Secret));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
    }

    [Test]
    public async Task Body_over_the_cap_is_refused_whether_its_length_is_told_or_not([Values] bool isTold)
    {
        using var request = HttpCalls.Update(Address, HttpCalls.Json(new string(' ', KestrelLimits.MaxBody + 1)), GatewayProcess.Secret);
        request.Headers.TransferEncodingChunked = !isTold;
        request.Headers.ExpectContinue = true; // The server answers before the body is on its way, so that the answer is not lost with it.

        using var answer = await _client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [TestCase("bot.example.com", HttpStatusCode.OK)]
    [TestCase("BOT.example.com:443", HttpStatusCode.OK)]
    [TestCase("example.com", HttpStatusCode.BadRequest)]
    public async Task Request_may_name_the_webhooks_host(string host, HttpStatusCode status)
    {
        using var answer = await _client.SendAsync(HttpCalls.Get(Address, "/healthz", host));

        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }
}
