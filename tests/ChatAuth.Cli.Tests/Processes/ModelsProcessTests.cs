using System.Diagnostics;
using System.Text.Json;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>The command line on a real credential store.</summary>
[Parallelizable]
internal sealed class ModelsProcessTests
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

    [TestCase(0, 48)]
    [TestCase(1, -1)]
    [TestCase(2, 3)]
    public async Task Check_exits_by_the_health_of_who_can_serve(int exitCode, int hours)
    {
        _store.WriteProfiles(StoreFile.Token("anthropic:work", TimeSpan.FromHours(hours)));

        var run = await _cli.RunAsync("models status --check");

        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
        Assert.That(run.Output, Does.Contain("anthropic:work"));
    }

    [Test]
    public async Task Check_without_any_store_exits_with_one_and_creates_nothing()
    {
        var run = await _cli.RunAsync("models --check --json");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Json.GetProperty("auth").GetProperty("missingProvidersInUse")[0].GetString(), Is.EqualTo("anthropic"));
        Assert.That(File.Exists(_store.Path), Is.False);
    }

    [Test]
    public async Task Built_in_profile_is_not_said_to_come_from_the_store()
    {
        var run = await _cli.RunAsync("models status --json");

        var demo = run.Json.GetProperty("auth").GetProperty("providers").EnumerateArray().Single(provider => provider.GetProperty("provider").GetString() == "demo");
        var effective = demo.GetProperty("effective");
        Assert.That((effective.GetProperty("kind").GetString(), effective.GetProperty("detail").GetString()), Is.EqualTo(("built-in", "built into this program")));
    }

    [Test]
    public async Task Status_as_json_and_plain_says_the_same()
    {
        _store.WriteProfiles(StoreFile.Key("anthropic:work"), StoreFile.Token("anthropic:old", TimeSpan.FromHours(-1)));

        var json = (await _cli.RunAsync("models status --json")).Json;
        var plain = await _cli.RunAsync("models status --plain");

        Assert.That(plain.Output.TrimEnd(), Is.EqualTo(json.GetProperty("defaultModel").GetString()));
        Assert.That(json.GetProperty("auth").GetProperty("storePath").GetString(), Is.EqualTo(_store.Path));
        Assert.That(
            json.GetProperty("auth").GetProperty("providers")[0].GetProperty("candidates").EnumerateArray().Select(one => one.GetProperty("profileId").GetString()),
            Is.EqualTo(new[] { "anthropic:work", "anthropic:old" }));
    }

    [Test]
    public async Task Order_is_set_read_and_cleared_and_everything_unknown_stays()
    {
        _store.Write($$"""
            { "version": 1, "later": { "kept": [1, 2.50, null] },
              "profiles": { {{StoreFile.Key("anthropic:work")}}, {{StoreFile.Key("anthropic:home")}}, "anthropic:new": { "type": "passkey", "provider": "anthropic", "seed": "x" } } }
            """);

        var set = await _cli.RunAsync("models auth order set anthropic:home anthropic:work --provider anthropic --json");
        var stored = JsonDocument.Parse(_store.Bytes).RootElement;
        var get = await _cli.RunAsync("models auth order get --provider anthropic");
        var clear = await _cli.RunAsync("models auth order clear --provider anthropic");
        var cleared = JsonDocument.Parse(_store.Bytes).RootElement;

        Assert.That((set.ExitCode, get.ExitCode, clear.ExitCode), Is.EqualTo((0, 0, 0)));
        Assert.That(get.Output, Does.Contain("anthropic:home, anthropic:work"));
        Assert.That(stored.GetProperty("order").GetProperty("anthropic").EnumerateArray().Select(id => id.GetString()), Is.EqualTo(new[] { "anthropic:home", "anthropic:work" }));
        Assert.That(cleared.TryGetProperty("order", out var order) && order.TryGetProperty("anthropic", out _), Is.False);
        Assert.That(cleared.GetProperty("later").GetProperty("kept")[1].GetRawText(), Is.EqualTo("2.50"));
        Assert.That(cleared.GetProperty("profiles").GetProperty("anthropic:new").GetProperty("seed").GetString(), Is.EqualTo("x"));
    }

    [Test]
    public async Task Torn_store_stops_every_command_with_65_and_stays_as_it_is()
    {
        _store.Write("""{ "version": 1, "profiles": { "anthropic:work": { "type": "api_k""");

        await AssertRefusedAsync(65, "store-damaged");
    }

    [Test]
    [Platform("Unix")]
    public async Task Store_that_the_group_may_read_is_refused_with_77()
    {
        _store.WriteProfiles(StoreFile.Key("anthropic:work"));
        _store.SetMode(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        await AssertRefusedAsync(77, "store-too-open");
    }

    [Test]
    [Platform("Unix")]
    public async Task Store_of_another_user_is_refused_with_77()
    {
        if (!Environment.IsPrivilegedProcess) Assert.Ignore("Needs root: sudo dotnet test");
        _store.WriteProfiles(StoreFile.Key("anthropic:work"));
        using (var chown = Process.Start("chown", ["12345", _store.Path])) await chown.WaitForExitAsync();

        await AssertRefusedAsync(77, "store-foreign");
    }

    [Test]
    public async Task Store_of_a_newer_version_is_read_and_not_written()
    {
        _store.Write($$"""{ "version": 2, "profiles": { {{StoreFile.Key("anthropic:work")}} } }""");
        var before = _store.Bytes;

        var status = await _cli.RunAsync("models status --check");
        var set = await _cli.RunAsync("models auth order set anthropic:work --provider anthropic");

        Assert.That((status.ExitCode, set.ExitCode), Is.EqualTo((0, 77)));
        Assert.That(set.Error, Does.Contain("[store-newer]"));
        Assert.That(_store.Bytes, Is.EqualTo(before));
    }

    /// <summary>Read or write: the code, its exit code, the path, a remedy, and not a byte changed; the chat says the same.</summary>
    private async Task AssertRefusedAsync(int exitCode, string code)
    {
        var before = _store.Bytes;

        var status = await _cli.RunAsync("models status --check");
        var set = await _cli.RunAsync("models auth order set anthropic:work --provider anthropic --json");
        var chat = await _cli.RunAsync("chat --json", "/model opus@anthropic:work\nhello\n");

        Assert.That((status.ExitCode, set.ExitCode), Is.EqualTo((exitCode, exitCode)));
        Assert.That(status.Error, Does.Contain($"[{code}]").And.Contain(_store.Path).And.Contain("remedy: "));
        Assert.That(set.Json.GetProperty("error").GetProperty("code").GetString(), Is.EqualTo(code));
        Assert.That(chat.Lines.Select(line => line.GetProperty("code").GetString()), Is.EqualTo(new[] { code, code }));
        Assert.That(_store.Bytes, Is.EqualTo(before));
    }
}
