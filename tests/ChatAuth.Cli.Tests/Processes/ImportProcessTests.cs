using System.Text;
using System.Text.Json;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>The command line in a home where Claude Code is signed in.</summary>
[Parallelizable]
internal sealed class ImportProcessTests
{
    private CliProcess _cli = null!;
    private StoreFile _store = null!;

    [SetUp]
    public void SetUp()
    {
        _cli = new CliProcess();
        _store = new StoreFile(_cli);
    }

    [TearDown]
    public void TearDown() => _cli.Dispose();

    [Test]
    public async Task Login_is_stored_once_and_without_its_refresh_token()
    {
        SignIn("FAKE-access");

        var first = await _cli.RunAsync("models status --json");
        var bytes = _store.Bytes;
        var second = await _cli.RunAsync("models status --json");

        Assert.That((ResultOf(first), ResultOf(second)), Is.EqualTo(("added", "kept")));
        Assert.That(_store.Bytes, Is.EqualTo(bytes));
        var stored = JsonDocument.Parse(bytes).RootElement.GetProperty("profiles").GetProperty("anthropic:claude-cli");
        Assert.That(stored.GetProperty("access").GetString(), Is.EqualTo("FAKE-access"));
        Assert.That(stored.TryGetProperty("refresh", out _), Is.False);
    }

    [Test]
    public async Task Removed_import_stays_removed_however_often_it_is_looked_at()
    {
        SignIn("FAKE-access");
        await _cli.RunAsync("models status --json");
        _store.WriteProfiles();
        File.WriteAllText(Path.Combine(_cli.State, "chatauth.json"), """{"ChatAuth":{"Auth":{"Imports":[{"Id":"claude-cli","Removed":true}]}}}""");

        for (var load = 0; load < 10; load++) Assert.That(ResultOf(await _cli.RunAsync("models status --json")), Is.EqualTo("removed"));

        Assert.That(Encoding.UTF8.GetString(_store.Bytes), Does.Not.Contain("claude-cli"));
    }

    [Test]
    public async Task Removal_that_the_environment_undoes_promises_nothing()
    {
        SignIn("FAKE-access");
        _cli.Variables["CHATAUTH__AUTH__IMPORTS__0__ID"] = "claude-cli";
        await _cli.RunAsync("models status --json");

        var run = await _cli.RunAsync("models auth remove anthropic:claude-cli --yes");

        Assert.That(run.Error, Does.Contain("note: Auth:Imports is set in the environment"));
        Assert.That(run.Output, Does.Contain("borrows it again").And.Not.Contain("It is not borrowed again"));
    }

    [Test]
    public async Task Chat_that_nobody_pinned_does_not_spend_it()
    {
        SignIn("FAKE-access");
        await _cli.RunAsync("models status --json");

        var run = await _cli.RunAsync("chat", "/model why\n");

        Assert.That(run.Output, Does.Contain("claude-cli"));
        Assert.That(run.Output, Does.Contain("accept").IgnoreCase);
    }

    private static string? ResultOf(CliRun run) => run.Json.GetProperty("auth").GetProperty("imports").EnumerateArray()
        .Single(import => import.GetProperty("source").GetString() == "claude-cli").GetProperty("result").GetString();

    private void SignIn(string access)
    {
        var directory = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_cli.State)!, ".claude"));
        var ends = DateTimeOffset.UtcNow.AddDays(2).ToUnixTimeMilliseconds();
        File.WriteAllText(Path.Combine(directory.FullName, ".credentials.json"), $$"""
            { "claudeAiOauth": { "accessToken": "{{access}}", "refreshToken": "FAKE-refresh", "expiresAt": {{ends}} } }
            """);
    }
}
