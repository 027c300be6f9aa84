using System.Text.Json;
using ChatAuth.Cli.Tests.Processes;
using ChatAuth.Testing.Credentials;

namespace ChatAuth.Cli.Tests.Onboarding;

/// <summary>The command as a process, on a home directory of its own. No vendor is asked whose account a login is.</summary>
[Parallelizable]
internal sealed class OnboardCommandTests
{
    private CliProcess _cli = null!;

    private string StorePath => Path.Combine(_cli.State, "agents", "main", "agent", "auth-profiles.json");

    [SetUp]
    public void SetUp()
    {
        _cli = new CliProcess();
        _cli.Variables["CHATAUTH__AUTH__OAUTH__0__PROVIDER"] = "anthropic";
    }

    [TearDown]
    public void TearDown() => _cli.Dispose();

    [Test]
    public async Task Nothing_found_and_nobody_to_ask_names_the_option()
    {
        var run = await _cli.RunAsync("onboard");

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain("[onboarding-unanswered]").And.Contain("--api-key-provider"));
        Assert.That(Directory.Exists(_cli.State), Is.False);
    }

    [Test]
    public async Task Nothing_found_says_exactly_what_is_missing()
    {
        var run = await _cli.RunAsync("onboard --yes");

        Assert.That(run.ExitCode, Is.EqualTo(77));
        Assert.That(run.Output, Does.Contain("Pays     nobody\n         There is no credential for anthropic.\n"));
        Assert.That(run.Error, Does.Contain("remedy: chatauth onboard --api-key-provider anthropic"));
    }

    [Test]
    public async Task Key_from_standard_input_is_stored_proven_and_followed_by_the_owners_code()
    {
        var run = await _cli.RunAsync("onboard --api-key-provider anthropic", Canary.ApiKey + "\n");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("Stored   anthropic:default, api_key").And.Contain("Pays     anthropic:default (default), api_key, metered"));
        Assert.That(run.Output, Does.Match("/model claim [A-Z0-9-]+"));
        Assert.That(File.ReadAllText(StorePath), Does.Contain(Canary.ApiKey));
    }

    [Test]
    public async Task Key_of_the_environment_is_stored_where_that_is_said()
    {
        _cli.Variables["ANTHROPIC_API_KEY"] = Canary.ApiKey;

        var run = await _cli.RunAsync("onboard --use-env --json");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Json.GetProperty("stored")[0].GetProperty("profileId").GetString(), Is.EqualTo("anthropic:default"));
        Assert.That(run.Json.GetProperty("paidBy").GetProperty("billing").GetString(), Is.EqualTo("metered"));
    }

    [Test]
    public async Task Key_of_the_environment_stays_there_where_that_is_said()
    {
        _cli.Variables["ANTHROPIC_API_KEY"] = Canary.ApiKey;

        var run = await _cli.RunAsync("onboard --keep-env");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("Pays     anthropic:env"));
        Assert.That(File.Exists(StorePath), Is.False);
    }

    [Test]
    public async Task Key_of_the_environment_asks_for_an_answer()
    {
        _cli.Variables["ANTHROPIC_API_KEY"] = Canary.ApiKey;

        var run = await _cli.RunAsync("onboard");

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain("--use-env or --keep-env"));
    }

    [Test]
    public async Task Both_answers_at_once_are_refused() =>
        Assert.That((await _cli.RunAsync("onboard --use-env --keep-env")).Error, Does.Contain("[onboarding-contradictory]"));

    [Test]
    public async Task Login_of_Claude_Code_pays_once_it_is_accepted()
    {
        WriteClaude();

        var first = await _cli.RunAsync("onboard --yes");
        var second = await _cli.RunAsync("onboard --accept claude-cli");

        Assert.That((first.ExitCode, second.ExitCode), Is.EqualTo((77, 0)), second.Error);
        Assert.That(first.Output, Does.Contain("Claude Code  a login").And.Contain("anthropic:claude-cli: not-accepted"));
        Assert.That(first.Error, Does.Contain("remedy: chatauth onboard --accept claude-cli"));
        Assert.That(second.Output, Does.Contain("Pays     anthropic:claude-cli (claude-cli), oauth, subscription"));
        Assert.That(File.ReadAllText(StorePath), Does.Not.Contain(Canary.Refresh));
    }

    [Test]
    public async Task Login_of_Codex_is_found()
    {
        Write(".codex/auth.json", $$"""{"tokens":{"access_token":"{{Canary.Access}}","refresh_token":"{{Canary.Refresh}}"} }""");

        var run = await _cli.RunAsync("onboard --yes");

        Assert.That(run.Output, Does.Contain("Codex").And.Contain("openai-codex:codex-cli"));
    }

    [Test]
    public async Task Source_that_nobody_knows_is_refused() =>
        Assert.That((await _cli.RunAsync("onboard --accept nobody")).Error, Does.Contain("[source-unknown]"));

    [Test]
    public async Task Clawdbot_is_taken_over_and_what_does_not_map_is_listed()
    {
        WriteClawdbot();

        var run = await _cli.RunAsync("onboard --yes");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("  channels.telegram: holds a secret").And.Contain("anthropic:me came without its refresh token"));
        Assert.That(run.Output, Does.Contain("Model    openai/gpt-5.2").And.Contain("Pays     openai:clawdbot"));
        var configuration = JsonDocument.Parse(File.ReadAllText(Path.Combine(_cli.State, "chatauth.json"))).RootElement.GetProperty("ChatAuth");
        Assert.That(configuration.GetProperty("Model").GetProperty("Default").GetString(), Is.EqualTo("openai/gpt-5.2"));
        Assert.That(configuration.GetProperty("Auth").GetProperty("Orders")[0].GetProperty("Profiles").GetArrayLength(), Is.EqualTo(2));
        Assert.That(File.ReadAllText(StorePath), Does.Not.Contain(Canary.Refresh));
    }

    [Test]
    public async Task Clawdbot_is_left_alone_where_that_is_said()
    {
        WriteClawdbot();

        var run = await _cli.RunAsync("onboard --yes --from-clawdbot none");

        Assert.That(run.Output, Does.Not.Contain("Clawdbot"));
        Assert.That(File.Exists(StorePath), Is.False);
    }

    [Test]
    public async Task Directory_without_Clawdbot_is_refused() =>
        Assert.That((await _cli.RunAsync($"onboard --from-clawdbot {_cli.Home}")).Error, Does.Contain("[clawdbot-missing]"));

    [Test]
    public async Task Address_of_another_programs_file_does_not_get_keys_that_are_here()
    {
        _cli.Variables["OPENAI_API_KEY"] = "sk-proj-FAKE";
        Write(".clawdbot/clawdbot.json", "{ models: { providers: { openai: { baseUrl: 'https://proxy.example/v1' } } } }");

        var run = await _cli.RunAsync("onboard --yes");

        Assert.That(run.Output, Does.Contain("its models.providers.openai would send keys that are here already to another address, and is left out"));
        Assert.That(File.ReadAllText(Path.Combine(_cli.State, "chatauth.json")), Does.Not.Contain("proxy.example"));
    }

    [Test]
    public async Task Model_that_somebody_can_pay_for_becomes_the_default()
    {
        _cli.Variables["OPENAI_API_KEY"] = "sk-proj-FAKE";

        var run = await _cli.RunAsync("onboard --yes");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("Model    openai/gpt-5.2"));
    }

    [Test]
    public async Task Model_that_is_named_becomes_the_default()
    {
        _cli.Variables["OPENAI_API_KEY"] = "sk-proj-FAKE";

        var run = await _cli.RunAsync("onboard --yes --model gpt-mini");

        Assert.That(run.Output, Does.Contain("Model    openai/gpt-5-mini"));
    }

    [Test]
    public async Task Second_run_asks_nothing_and_changes_nothing()
    {
        WriteClaude();
        WriteClawdbot();
        _cli.Variables["ANTHROPIC_API_KEY"] = Canary.ApiKey;
        await _cli.RunAsync("onboard --yes");
        var before = (File.ReadAllText(StorePath), File.ReadAllText(Path.Combine(_cli.State, "chatauth.json")));

        var run = await _cli.RunAsync("onboard");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("nothing that is new here").And.Not.Contain("Stored   "));
        Assert.That((File.ReadAllText(StorePath), File.ReadAllText(Path.Combine(_cli.State, "chatauth.json"))), Is.EqualTo(before));
    }

    [Test]
    public async Task Unanswered_question_is_named_in_json_too()
    {
        var run = await _cli.RunAsync("onboard --json");

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Json.GetProperty("error").GetProperty("detail").GetString(), Is.EqualTo("--api-key-provider"));
    }

    [Test]
    public async Task Secrets_stand_in_no_output_and_in_no_file_but_the_store([Values("", " --json")] string json)
    {
        WriteClaude();
        WriteClawdbot();
        _cli.Variables["ANTHROPIC_API_KEY"] = Canary.ApiKey;

        var runs = new[]
        {
            await _cli.RunAsync("onboard" + json), await _cli.RunAsync($"onboard {Canary.ApiKey}" + json), await _cli.RunAsync($"onboard --api-key-provider {Canary.ApiKey}" + json),
            await _cli.RunAsync($"onboard --yes --model {Canary.ApiKey}" + json), await _cli.RunAsync($"onboard --yes --accept {Canary.Token}" + json),
            await _cli.RunAsync($"onboard --yes --api-key-provider openai" + json, Canary.ApiKey), await _cli.RunAsync("onboard --yes" + json),
        };

        Assert.That(runs.SelectMany(run => Canary.FoundIn(run.All)), Is.Empty);
        Assert.That(runs[^1].ExitCode, Is.Zero, runs[^1].Error);
        var kept = Directory.EnumerateFiles(_cli.State, "*", SearchOption.AllDirectories).Where(file => Canary.FoundIn(File.ReadAllBytes(file)).Any());
        Assert.That(kept, Is.EqualTo(new[] { StorePath }));
    }

    private void WriteClaude() => Write(
        ".claude/.credentials.json", $$"""{"claudeAiOauth":{"accessToken":"{{Canary.Access}}","refreshToken":"{{Canary.Refresh}}","expiresAt":4000000000000} }""");

    private void WriteClawdbot()
    {
        Write(".clawdbot/clawdbot.json", $$"""
            { // mine
              agents: { defaults: { model: { primary: 'openai/gpt-5.2', fallbacks: ['anthropic/claude-opus-4-5'] }, models: { 'openai/gpt-5.2': { alias: 'fast' } } } },
              auth: { profiles: { 'anthropic:work': { provider: 'anthropic', mode: 'api_key' } }, order: { anthropic: ['anthropic:work', 'anthropic:me'] } },
              channels: { telegram: { botToken: '{{Canary.Bot}}' } },
              env: { vars: { OPENAI_API_KEY: '{{Canary.Token}}' }, '{{Canary.ApiKey}}': 1 },
            }
            """);
        Write(".clawdbot/agents/main/agent/auth-profiles.json", $$"""
            { "version": 1, "profiles": {
              "anthropic:work": { "type": "api_key", "provider": "anthropic", "key": "{{Canary.ApiKey}}" },
              "anthropic:{{Canary.Token}}": { "type": "api_key", "provider": "anthropic", "key": "{{Canary.ApiKey}}" },
              "anthropic:exec": { "type": "api_key", "provider": "anthropic", "key": { "exec": ["touch", "{{_cli.Home}}/run"] } },
              "anthropic:me": { "type": "oauth", "provider": "anthropic", "access": "{{Canary.Access}}", "refresh": "{{Canary.Refresh}}", "expires": 4000000000000 } } }
            """);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_cli.Home, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
