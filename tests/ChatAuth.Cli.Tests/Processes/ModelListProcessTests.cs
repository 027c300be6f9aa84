using ChatAuth.Testing.Vendors;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary><c>models list --refresh</c> as a process, against vendors on this machine.</summary>
[Parallelizable]
internal sealed class ModelListProcessTests
{
    private const string Work = "sk-ant-api03-FAKE-work";
    private CliProcess _cli = null!;
    private FakeVendor _vendor = null!;

    [SetUp]
    public async Task SetUp()
    {
        (_cli, _vendor) = (new CliProcess(), FakeVendor.Start());
        Directory.CreateDirectory(_cli.State);
        await File.WriteAllTextAsync(Path.Combine(_cli.State, "chatauth.json"), $$"""
            { "ChatAuth": { "Providers": [
              { "Id": "anthropic", "BaseUrl": "{{_vendor.BaseUrl}}" },
              { "Id": "ollama", "BaseUrl": "{{_vendor.BaseUrl}}v1", "Api": "openai-completions" }
            ] } }
            """);
        await _cli.RunAsync("models auth paste-api-key --provider anthropic --profile-id anthropic:work", Work);
    }

    [TearDown]
    public async Task TearDown()
    {
        _cli.Dispose();
        await _vendor.DisposeAsync();
    }

    [Test]
    public async Task What_a_vendor_offers_is_kept_for_the_chat_and_nobody_is_asked_again()
    {
        _vendor.List(Work, "claude-opus-4-5", "claude-new|Claude New");

        var refresh = await _cli.RunAsync("models list --refresh --json");
        var asked = _vendor.Requests.Count;
        var offline = await _cli.RunAsync("models list --plain");
        var chat = await _cli.RunAsync("chat --json", "/models anthropic\n/model claude-new ?\n");

        Assert.That(refresh.ExitCode, Is.Zero, refresh.All);
        Assert.That(refresh.Json.GetProperty("listings").EnumerateArray().Select(row => (row.GetProperty("profileId").GetString(), row.GetProperty("models").GetInt32())),
            Is.EquivalentTo(new[] { ("anthropic:work", 2), ("demo:echo", 1) }));
        Assert.That(offline.Output.Split('\n'), Does.Contain("anthropic/claude-new"));
        Assert.That(chat.Lines[0].GetProperty("text").GetString(), Does.Contain("Claude New"), chat.All);
        Assert.That(chat.Lines[1].GetProperty("kind").GetString(), Is.EqualTo("dry-run"), chat.All);
        Assert.That((asked, _vendor.Requests.Count), Is.EqualTo((1, 1)));
        Assert.That(_vendor.Requests.Single().Credentials, Is.EqualTo(new[] { ("x-api-key", Work) }));
    }

    [Test]
    public async Task Vendor_that_fails_is_a_finding_with_its_code()
    {
        await _cli.RunAsync("models auth paste-api-key --provider ollama", "none");
        _vendor.On(Work, VendorFaults.Unauthorized);
        _vendor.List("none", "qwen3:8b");

        var run = await _cli.RunAsync("models list --refresh");

        Assert.That(run.ExitCode, Is.EqualTo(77), run.All);
        Assert.That(run.Output, Does.Contain("anthropic:work  vendor-refused: ").And.Contain("ollama:default  1 model, ").And.Contain("ollama/qwen3:8b  (offered)"));
        Assert.That(run.All, Does.Not.Contain("FAKE"));
    }

    [Test]
    public async Task Server_without_a_list_is_told_from_one_that_refuses()
    {
        var run = await _cli.RunAsync("models list --refresh --provider anthropic");

        Assert.That(run.Output, Does.Contain("anthropic:work  listing-unsupported: "), run.All);
    }

    [Test]
    public async Task Damaged_cache_costs_the_offered_models_and_nothing_else()
    {
        _vendor.List(Work, "claude-new");
        await _cli.RunAsync("models list --refresh");
        await File.WriteAllTextAsync(Path.Combine(_cli.State, "models.json"), "{\"version\":1,\"listings\":[{");

        var list = await _cli.RunAsync("models list");
        var again = await _cli.RunAsync("models list --refresh");

        Assert.That(list.ExitCode, Is.Zero, list.All);
        Assert.That(list.Output, Does.Contain("anthropic/claude-opus-4-5").And.Contain("It is damaged.").And.Not.Contain("claude-new"));
        Assert.That(again.Output, Does.Contain("anthropic/claude-new").And.Not.Contain("It is damaged."), again.All);
    }
}
