using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ChatAuth.Testing.Telegram;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>The daemon between people and ChatAuth, from its first start on, in both ways that updates come.</summary>
[Parallelizable]
[TestFixture("polling")]
[TestFixture("webhook")]
internal sealed partial class TelegramTests(string transport)
{
    private readonly HttpClient _client = new();
    private FakeTelegramServer _telegram = null!;
    private GatewayProcess _gateway = null!;
    private FakeChat _chat = null!;

    [SetUp]
    public async Task SetUp()
    {
        _telegram = await FakeTelegramServer.StartAsync(new() { FloodLimit = false });
        _chat = _telegram.PrivateChat(_telegram.AddPerson("Ada"));
        _gateway = new GatewayProcess();
        _gateway.Environment["CHATAUTH__TELEGRAM__TOKEN"] = _telegram.Token;
        _gateway.Environment["CHATAUTH__TELEGRAM__BASEURL"] = _telegram.BaseUrl.ToString();
        if (transport == "webhook") ListenForUpdates();
    }

    [TearDown]
    public async Task TearDown()
    {
        _gateway.Dispose();
        await _telegram.DisposeAsync();
    }

    [OneTimeTearDown]
    public void DisposeClient() => _client.Dispose();

    [Test]
    public async Task Code_of_the_first_start_leads_to_a_pin_and_the_pin_survives_a_restart()
    {
        await _gateway.StartAsync("--demo");
        var claimed = await SendAsync($"/model claim {Claim().Match(_gateway.Output).Groups[1].Value}");
        var pinned = await SendAsync("/model opus@anthropic:work");
        await _gateway.StopAsync();
        await _gateway.StartAsync("--demo");

        var answer = await SendAsync("hello");

        Assert.That(claimed, Does.Contain("owner"));
        Assert.That(pinned, Does.Contain("pinned to anthropic:work"));
        Assert.That(answer, Does.Contain("anthropic/claude-opus-4-5 with anthropic:work heard: hello"));
        Assert.That(_telegram.Defects, Is.Empty);
    }

    [Test]
    public async Task Gateway_that_updates_reach_is_ready_and_stays_silent_about_its_token()
    {
        await _gateway.StartAsync("--demo");
        await SendAsync("/model");

        using var answer = await _client.SendAsync(HttpCalls.Get(_gateway.Address, "/readyz"));
        var body = await answer.Content.ReadAsStringAsync();
        var (exitCode, error) = await _gateway.StopAsync();

        Assert.That((answer.StatusCode, body), Is.EqualTo((HttpStatusCode.OK, "ready")));
        Assert.That((exitCode, error), Is.EqualTo((0, "")));
        Assert.That(_gateway.Output, Does.Not.Contain(_telegram.Token.Split(':')[1]));
    }

    [Test]
    public async Task Reply_that_is_on_its_way_when_the_stop_comes_arrives()
    {
        await _gateway.StartAsync("--demo");
        await SendAsync($"/model claim {Claim().Match(_gateway.Output).Groups[1].Value}");
        var held = _telegram.Faults.Hold("sendMessage");
        var typed = _chat.Write("/model opus@anthropic:work");
        await held.Arrived;

        _gateway.Signal("TERM");
        await _gateway.ReadToAsync("Stopping");
        held.Release();
        var reply = await _chat.WaitForReplyAsync(typed);
        var (exitCode, _) = await _gateway.EndAsync();

        Assert.That(reply.Text, Does.Contain("pinned to anthropic:work"));
        Assert.That(exitCode, Is.Zero);
    }

    private async Task<string> SendAsync(string text) => (await _chat.WaitForReplyAsync(_chat.Write(text), TimeSpan.FromSeconds(45))).Text;

    /// <summary>Telegram must be told the address before the gateway has one, so a port that is free now is taken.</summary>
    private void ListenForUpdates()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        _gateway.UseWebhook();
        _gateway.Environment["CHATAUTH__GATEWAY__LISTEN"] = $"http://{free.LocalEndpoint}";
        _gateway.Environment["CHATAUTH__TELEGRAM__WEBHOOK__URL"] = $"http://{free.LocalEndpoint}/telegram/webhook";
    }

    [GeneratedRegex("^  /model claim ([A-Z2-7-]+)$", RegexOptions.Multiline)]
    private static partial Regex Claim();
}
