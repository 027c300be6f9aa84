using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Testing.Tests.Vendors;

/// <summary>The fake vendor, seen by an ordinary client.</summary>
public sealed class FakeVendorTests
{
    private FakeVendor _vendor = null!;
    private HttpClient _http = null!;

    [SetUp]
    public void SetUp()
    {
        _vendor = FakeVendor.Start();
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = _vendor.BaseUrl };
    }

    [TearDown]
    public async Task TearDown()
    {
        _http.Dispose();
        await _vendor.DisposeAsync();
    }

    [TestCase("/v1/messages", "content", "input_tokens")]
    [TestCase("/v1/chat/completions", "choices", "prompt_tokens")]
    public async Task Whole_answer_is_that_of_the_api_that_was_asked(string path, string field, string usage)
    {
        using var answer = await Send(path);

        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(json.GetProperty(field)[0].ToString(), Does.Contain("The fake vendor answers."));
        Assert.That(json.GetProperty("usage").GetProperty(usage).GetInt32(), Is.EqualTo(11));
    }

    [TestCase("/v1/messages", "event: message_stop")]
    [TestCase("/v1/chat/completions", "data: [DONE]")]
    public async Task Streamed_answer_ends_as_its_api_says(string path, string end)
    {
        using var answer = await Send(path, stream: true);

        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/event-stream"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(end));
    }

    [Test]
    public async Task Request_is_recorded_with_every_header_as_sent()
    {
        using var answer = await Send("/v1/messages", headers: [("x-api-key", "sk-FAKE-1"), ("X-Other", "sk-FAKE-2")]);

        var seen = _vendor.Requests.Single();
        Assert.That(seen.Headers, Does.Contain(("x-api-key", "sk-FAKE-1")));
        Assert.That(seen.Credentials.Select(header => header.Value), Is.EqualTo(["sk-FAKE-1", "sk-FAKE-2"]));
        Assert.That(seen.Credential, Is.Null);
        Assert.That(seen.Model, Is.EqualTo("fake-1"));
    }

    [Test]
    public async Task Fault_of_a_credential_comes_before_that_of_the_next_request()
    {
        _vendor.On("sk-FAKE-1", VendorFaults.Unauthorized);
        _vendor.Next(VendorFaults.Overloaded);

        using var first = await Send("/v1/messages", headers: [("x-api-key", "sk-FAKE-1")]);
        using var second = await Send("/v1/messages", headers: [("x-api-key", "sk-FAKE-3")]);
        using var third = await Send("/v1/messages", headers: [("x-api-key", "sk-FAKE-3")]);

        Assert.That(new[] { first, second, third }.Select(answer => (int)answer.StatusCode), Is.EqualTo([401, 529, 200]));
        Assert.That(_vendor.Shown("sk-FAKE-3"), Is.EqualTo(2));
    }

    [Test]
    public async Task Broken_connection_answers_nothing()
    {
        _vendor.Next(VendorFaults.ResetBeforeHead);

        Assert.That(async () => await Send("/v1/messages"), Throws.InstanceOf<HttpRequestException>());

        Assert.That(await _vendor.ArrivedAsync(1), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Stream_breaks_in_the_middle_of_an_event()
    {
        _vendor.Next(VendorFaults.BrokenStream);
        using var answer = await Send("/v1/messages", stream: true);

        Assert.That(async () => await answer.Content.ReadAsStringAsync(), Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task Limit_says_when_it_ends()
    {
        _vendor.Next(VendorFaults.LimitedFor(TimeSpan.FromSeconds(30)));

        using var answer = await Send("/v1/messages");

        Assert.That(answer.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    private async Task<HttpResponseMessage> Send(string path, bool stream = false, params (string Name, string Value)[] headers)
    {
        var body = $$"""{"model":"fake-1","stream":{{(stream ? "true" : "false")}},"messages":[]}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
