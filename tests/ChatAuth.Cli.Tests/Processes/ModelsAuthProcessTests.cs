using System.Runtime.Versioning;
using ChatAuth.Testing.Credentials;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>What a script does with credentials and models, from one start of the program to the next.</summary>
[Parallelizable]
internal sealed class ModelsAuthProcessTests
{
    private CliProcess _cli = null!;

    [SetUp]
    public void SetUp() => _cli = new CliProcess();

    [TearDown]
    public void TearDown() => _cli.Dispose();

    [Test]
    public async Task Piped_key_is_stored_listed_and_removed()
    {
        var pasted = await _cli.RunAsync("models auth paste-api-key --provider anthropic --json", $"export ANTHROPIC_API_KEY=\"{Canary.ApiKey}\";\n");
        var listed = await _cli.RunAsync("models auth list --json");
        var removed = await _cli.RunAsync("models auth remove anthropic:default --yes");
        var left = await _cli.RunAsync("models auth list --json");

        Assert.That((pasted.ExitCode, listed.ExitCode, removed.ExitCode), Is.EqualTo((0, 0, 0)), pasted.Error + removed.Error);
        Assert.That(listed.Json.GetProperty("profiles")[0].GetProperty("profileId").GetString(), Is.EqualTo("anthropic:default"));
        Assert.That(left.Output, Does.Not.Contain("anthropic:default"));
        Assert.That(Canary.FoundIn(pasted.All + listed.All + removed.All), Is.Empty);
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_are_their_owners_alone()
    {
        Assume.That(OperatingSystem.IsWindows(), Is.False, "Windows has no modes.");
        await _cli.RunAsync("models auth paste-api-key --provider anthropic", "fake-key\n");

        foreach (var file in new[] { new StoreFile(_cli).Path, Path.Combine(_cli.State, "chatauth.json") })
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
    }

    [Test]
    public async Task Rest_that_is_cleared_is_over_for_the_next_process()
    {
        var disabled = DateTimeOffset.UtcNow.AddHours(3).ToUnixTimeMilliseconds();
        new StoreFile(_cli).Write($$$"""
            { "version": 1, "profiles": { {{{StoreFile.Key("anthropic:work")}}} }, "usageStats": { "anthropic:work": { "disabledUntil": {{{disabled}}}, "disabledReason": "billing" } } }
            """);

        var before = await _cli.RunAsync("models auth cooldown --json");
        var checkedBefore = await _cli.RunAsync("models status --check");
        var cleared = await _cli.RunAsync("models auth cooldown clear anthropic:work --json");
        var after = await _cli.RunAsync("models auth cooldown");
        var checkedAfter = await _cli.RunAsync("models status --check");

        Assert.That(before.Json[0].GetProperty("until").GetInt64(), Is.EqualTo(disabled));
        Assert.That(cleared.Json.GetProperty("cleared").GetBoolean(), Is.True);
        Assert.That((after.Output.Trim(), checkedBefore.ExitCode, checkedAfter.ExitCode), Is.EqualTo(("Nobody rests.", 1, 0)));
    }

    [Test]
    public async Task Default_model_alias_and_fallback_hold_at_the_next_start()
    {
        await _cli.RunAsync("models aliases add fast gpt-mini");
        await _cli.RunAsync("models set fast");
        await _cli.RunAsync("models fallbacks add opus");

        Assert.That((await _cli.RunAsync("models status --plain")).Output.Trim(), Is.EqualTo("openai/gpt-5-mini"));
        Assert.That((await _cli.RunAsync("models fallbacks list --json")).Json.GetProperty("fallbacks")[0].GetString(), Is.EqualTo("anthropic/claude-opus-4-5"));

        await _cli.RunAsync("models set opus");

        Assert.That((await _cli.RunAsync("models fallbacks list")).Output.Trim(), Is.EqualTo("(none)"));
        Assert.That((await _cli.RunAsync("models aliases list")).Output, Does.Contain("fast = openai/gpt-5-mini"));
    }

    [Test]
    public async Task Input_that_ends_at_once_changes_nothing()
    {
        var run = await _cli.RunAsync("models auth paste-token --provider anthropic");

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain("[secret-missing]"));
        Assert.That(new StoreFile(_cli).Path, Does.Not.Exist);
    }
}
