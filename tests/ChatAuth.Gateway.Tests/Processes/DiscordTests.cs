using System.Net;
using System.Text.RegularExpressions;
using ChatAuth.Testing.Discord;
using Microsoft.Data.Sqlite;

namespace ChatAuth.Gateway.Tests.Processes;

/// <summary>The daemon between people on Discord and ChatAuth, from its first start on.</summary>
[Parallelizable]
internal sealed partial class DiscordTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private readonly HttpClient _client = new();
    private FakeDiscordServer _discord = null!;
    private GatewayProcess _gateway = null!;
    private FakeDiscordUser _ada = null!;
    private FakeDiscordChannel _direct = null!;

    [SetUp]
    public async Task SetUp()
    {
        // The machine may be busy: that an answer comes in time is measured elsewhere.
        _discord = await FakeDiscordServer.StartAsync(new() { ResponseWindow = Patience });
        _ada = _discord.AddPerson("ada");
        _direct = _discord.DirectMessages(_ada);
        _gateway = new GatewayProcess();
        _gateway.UseDiscord(_discord);
    }

    [TearDown]
    public async Task TearDown()
    {
        _gateway.Dispose();
        await _discord.DisposeAsync();
    }

    [OneTimeTearDown]
    public void DisposeClient() => _client.Dispose();

    [Test]
    public async Task Code_of_the_first_start_leads_to_a_pin_and_the_pin_survives_a_restart()
    {
        var claimed = await StartAndClaimAsync();
        var pinned = await SayAsync("opus@anthropic:work");
        await _gateway.StopAsync();
        await StartAsync();

        var answer = await TextOf(await _direct.Slash(_ada, "ask", ("prompt", "hello")).SendAsync());

        Assert.That(claimed, Does.Contain("owner"));
        Assert.That(pinned, Does.Contain("pinned to anthropic:work"));
        Assert.That(answer, Does.Contain("anthropic/claude-opus-4-5 with anthropic:work heard: hello"));
        Assert.That(_discord.Defects, Is.Empty);
    }

    [Test]
    public async Task Menu_and_its_accounts_lead_to_a_pin()
    {
        await StartAndClaimAsync();
        var menu = await _direct.Slash(_ada, "model").SendAsync();

        var accounts = await menu.Original!.Choose(_ada, "sonnet").SendAsync();
        var pinned = await accounts.Original!.Choose(_ada, "personal").SendAsync();

        Assert.That(await TextOf(pinned), Does.Contain("sonnet").And.Contain("pinned to anthropic:personal"));
        Assert.That(_discord.Defects, Is.Empty);
    }

    [Test]
    public async Task Gateway_passes_discords_own_check_and_gets_ready()
    {
        await StartAsync();

        var check = await _discord.SetEndpointAsync(_discord.EndpointUrl!);

        Assert.That(check.Failures, Is.Empty);
        Assert.That(await GetsReadyAsync(), Is.True);
    }

    [Test]
    public async Task Gateway_with_a_wrong_token_says_so_and_does_not_get_ready()
    {
        _gateway.Environment["CHATAUTH__DISCORD__TOKEN"] = "FAKE.token.of-another";
        await _gateway.StartAsync("--demo");

        await _gateway.ReadToAsync("Discord does not know the token");
        using var ready = await _client.SendAsync(HttpCalls.Get(_gateway.Address, "/readyz"));

        Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(_gateway.Output, Does.Not.Contain("of-another"));
    }

    [Test]
    public async Task Recorded_interaction_changes_nothing_when_it_is_sent_again_even_after_a_restart()
    {
        await StartAndClaimAsync();
        var recorded = await _direct.Slash(_ada, "model", ("choice", "opus@anthropic:work")).SendAsync();
        await SayAsync("opus@anthropic:personal");

        var again = await recorded.ReplayAsync();
        await _gateway.StopAsync();
        await StartAsync();
        var afterRestart = await recorded.ReplayAsync();

        Assert.That((again.Status, afterRestart.Status), Is.EqualTo((200, 200)));
        Assert.That(again.Body, Does.Contain("interaction").And.Contain("repeated"));
        Assert.That(await SayAsync("status"), Does.Contain("Pinned: anthropic:personal"));
    }

    [Test]
    public async Task Answer_that_is_on_its_way_when_the_stop_comes_arrives()
    {
        await StartAndClaimAsync();
        var held = _discord.Faults.Hold(FakeDiscordRoutes.EditOriginal);
        var asked = await _direct.Slash(_ada, "ask", ("prompt", "hello")).SendAsync();
        await held.Arrived;

        _gateway.Signal("TERM");
        await _gateway.ReadToAsync("Stopping");
        held.Release();
        var (exitCode, error) = await _gateway.EndAsync();

        Assert.That(await TextOf(asked), Does.Contain("heard: hello"));
        Assert.That((exitCode, error), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Command_that_waits_for_the_database_is_promised_and_answered_later()
    {
        await StartAndClaimAsync();
        await using var other = new SqliteConnection($"Data Source={Path.Combine(_gateway.State, "demo", "chatauth.db")};Pooling=False");
        await other.OpenAsync();
        await using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();

        var pinned = await _direct.Slash(_ada, "model", ("choice", "opus@anthropic:work")).SendAsync();
        var promised = (int)pinned.Response!["type"]!;
        begin.CommandText = "ROLLBACK";
        await begin.ExecuteNonQueryAsync();

        Assert.That(promised, Is.EqualTo(5));
        Assert.That(await TextOf(pinned), Does.Contain("pinned to anthropic:work"));
    }

    [Test]
    public async Task Tokens_are_neither_written_nor_kept()
    {
        foreach (var variable in new[] { "Logging__LogLevel__Default", "Logging__LogLevel__System.Net.Http" }) _gateway.Environment[variable] = "Trace";
        await StartAndClaimAsync();
        _discord.Faults.Fail(500, FakeDiscordRoutes.EditOriginal, times: 1);
        await TextOf(await _direct.Slash(_ada, "ask", ("prompt", "hello")).SendAsync());

        var (_, error) = await _gateway.StopAsync();

        Assert.That(_gateway.Output + error, Does.Not.Contain(_discord.Token).And.Not.Contain("FAKE-interaction-token"));
        var kept = Directory.EnumerateFiles(_gateway.State, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes)
            .Where(bytes => bytes.AsSpan().IndexOf("FAKE-interaction-token"u8) >= 0 || bytes.AsSpan().IndexOf("FAKE.token"u8) >= 0);
        Assert.That(kept, Is.Empty);
    }

    private async Task<string> StartAndClaimAsync()
    {
        await StartAsync();
        return await SayAsync($"claim {Claim().Match(_gateway.Output).Groups[1].Value}");
    }

    private async Task StartAsync()
    {
        await _gateway.StartAsync("--demo");
        await _discord.WaitForRequestAsync(FakeDiscordRoutes.SetCommands, timeout: Patience);
        _discord.EndpointUrl = new Uri(_gateway.Address, "/discord/interactions");
    }

    /// <summary>Asks until it is, which is as soon as it has read Discord's answer.</summary>
    private async Task<bool> GetsReadyAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            using var answer = await _client.SendAsync(HttpCalls.Get(_gateway.Address, "/readyz"), patience.Token);
            if (answer.IsSuccessStatusCode) return true;
        }
    }

    private async Task<string> SayAsync(string choice) => await TextOf(await _direct.Slash(_ada, "model", ("choice", choice)).SendAsync());

    /// <summary>What is read, without what Markdown needs.</summary>
    private static async Task<string> TextOf(FakeDiscordInteraction interaction) =>
        (await interaction.WaitForAnswerAsync(Patience)).Content.Replace("\\", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal);

    [GeneratedRegex("^  /model claim ([A-Z2-7-]+)$", RegexOptions.Multiline)]
    private static partial Regex Claim();
}
