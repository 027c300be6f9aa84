using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Access;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing;

namespace ChatAuth.Cli.Tests.Models;

internal sealed class StatusCommandTests
{
    private readonly TimeSpan _hour = TimeSpan.FromHours(1);
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp() => _installation = new TestInstallation();

    [Test]
    public async Task Text_names_every_candidate_with_its_reason()
    {
        StoreOneOfEach();

        var run = await _installation.RunAsync("models status");

        Assert.That(run.Output, Is.EqualTo("""
            Config     /state/chatauth.json
            Agent      main
            Store      /state/agents/main/agent/auth-profiles.json
            Default    anthropic/claude-opus-4-5
            Fallbacks  (none)
            Aliases    gpt = openai/gpt-5.2, opus = anthropic/claude-opus-4-5
            Allowed    all

            anthropic, in use: healthy
            > anthropic:soon   token    expiring, chosen, ends in 3h 0m
              anthropic:key    api_key  ready, outranked
              anthropic:tired  api_key  cooling (rate limit), over in 5m, at 2026-03-01 12:05 UTC
              anthropic:login  oauth    expired, ended 1h 0m ago

            openai: nobody usable, blank
              openai:blank  api_key  unusable, blank

            Healthy: every provider in use has a usable credential.

            """));
    }

    [Test]
    public async Task Json_has_the_names_of_the_original_and_the_candidates_in_order()
    {
        StoreOneOfEach();

        var run = await _installation.RunAsync("models status --json");

        GoldenFile.Matches("tests/ChatAuth.Cli.Tests/Models/Golden/status.json", run.Output);
    }

    [Test]
    public async Task Json_without_any_credential_says_what_is_missing()
    {
        var run = await _installation.RunAsync("models status --json");

        var auth = JsonDocument.Parse(run.Output).RootElement.GetProperty("auth");
        Assert.That(auth.GetProperty("missingProvidersInUse")[0].GetString(), Is.EqualTo("anthropic"));
        Assert.That(auth.GetProperty("providers")[0].GetProperty("effective").GetProperty("kind").GetString(), Is.EqualTo("missing"));
    }

    [Test]
    public async Task Plain_is_the_default_model_alone()
    {
        var run = await _installation.RunAsync("models status --plain");

        Assert.That(run, Is.EqualTo(new TestInstallation.Run(0, "anthropic/claude-opus-4-5\n", "")));
    }

    [Test]
    public async Task Bare_models_is_the_status()
    {
        StoreOneOfEach();

        var bare = await _installation.RunAsync("models");

        Assert.That(bare, Is.EqualTo(await _installation.RunAsync("models status")));
    }

    [Test]
    public async Task Json_and_plain_exclude_each_other()
    {
        var run = await _installation.RunAsync("models status --json --plain");

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain("--json and --plain exclude each other"));
    }

    [Test]
    public async Task Agent_with_its_own_store_is_named()
    {
        _installation.Agents.Put("anthropic:own", TestInstallation.Key(), agent: "research");

        var run = await _installation.RunAsync("models status --agent research");

        Assert.That(run.Output, Does.Contain("Agent      research\nStore      /state/agents/research/agent/auth-profiles.json"));
    }

    [Test]
    public async Task Agent_without_anything_of_its_own_is_not_named()
    {
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());

        var run = await _installation.RunAsync("models status --agent reserch");

        Assert.That(run.Output, Does.Contain("reads main's\nStore      /state/agents/main/agent/auth-profiles.json"));
        Assert.That(run.All, Does.Not.Contain("reserch"));
        Assert.That(run.Output, Does.Contain("> anthropic:work"));
    }

    [Test]
    public async Task Check_without_any_credential_is_1()
    {
        var run = await _installation.RunAsync("models status --check");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("anthropic, in use: nobody usable, missing"));
    }

    [Test]
    public async Task Check_when_all_usable_end_soon_is_2()
    {
        _installation.Agents.Put("anthropic:work", TestInstallation.Token(_installation.Now + 3 * _hour));

        var run = await _installation.RunAsync("models status --check");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Does.Contain("expiring, the last one usable ends in 3h 0m"));
    }

    [Test]
    public async Task Check_with_a_healthy_one_beside_an_expired_one_is_0()
    {
        _installation.Agents.Put("anthropic:old", TestInstallation.Token(_installation.Now - _hour));
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());

        var run = await _installation.RunAsync("models status --check");

        Assert.That(run.ExitCode, Is.Zero);
    }

    [Test]
    public async Task Check_with_a_damaged_store_is_never_1_or_2()
    {
        _installation.Agents.Fault = new Core.Errors.ChatAuthException(Core.Errors.ErrorCode.StoreDamaged, "/state/auth-profiles.json");

        var run = await _installation.RunAsync("models status --check --json");

        Assert.That(run.ExitCode, Is.EqualTo(65));
        Assert.That(JsonDocument.Parse(run.Output).RootElement.GetProperty("error").GetProperty("code").GetString(), Is.EqualTo("store-damaged"));
    }

    [TestCase("--json")]
    [TestCase("--plain")]
    public async Task Check_answers_by_its_exit_code_in_every_form(string form)
    {
        var run = await _installation.RunAsync($"models status --check {form}");

        Assert.That(run.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task Fallbacks_of_another_provider_are_in_use()
    {
        var catalog = _installation.Settings.Catalog;
        _installation.Settings = _installation.Settings with
        {
            Catalog = new ModelCatalog(catalog.Models, catalog.Default, [ModelRef.Parse("openai/gpt-5.2")]),
        };
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());

        var run = await _installation.RunAsync("models status --check");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("openai, in use: nobody usable, missing"));
    }

    [Test]
    public async Task Provider_that_cannot_be_called_is_said_and_does_not_fail_the_check()
    {
        _installation.Vendor.Without.Add(ProviderId.Parse("anthropic"));
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());

        var run = await _installation.RunAsync("models status --check");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.Contain("this is about its credentials; no client in this installation calls it"));
    }

    [Test]
    public async Task Profile_of_another_conversation_is_listed_apart()
    {
        Assert.That(ConversationPattern.TryParse("space:discord:9", out var place));
        var id = ProfileId.Parse("anthropic:team");
        _installation.Settings = _installation.Settings with
        {
            Profiles = new Dictionary<ProfileId, ProfileSettings> { [id] = new(id, null, null, null, new ProfileAudience(null, [place], true)) },
        };
        _installation.Agents.Put("anthropic:team", TestInstallation.Key());

        var run = await _installation.RunAsync("models status");

        Assert.That(run.Output, Does.Contain("anthropic, in use: healthy\n  anthropic:team  serves other conversations\n"));
    }

    [Test]
    public async Task Text_says_where_a_key_of_the_environment_stands_and_what_is_wrong_there()
    {
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());
        _installation.Holds(("anthropic", ".env ANTHROPIC_API_KEY"), ("openai", "process OPENAI_API_KEY"));

        var run = await _installation.RunAsync("models status");

        Assert.That(run.Output, Does.Contain("Finding    .env line 3 does not parse.\n"));
        Assert.That(run.Output, Does.Contain("> anthropic:work  api_key  ready, chosen\n  anthropic:env   api_key  ready, outranked, from .env ANTHROPIC_API_KEY\n"));
        Assert.That(run.Output, Does.Contain("> openai:env  api_key  ready, chosen, from process OPENAI_API_KEY\n"));
    }

    [Test]
    public async Task Json_says_where_a_key_of_the_environment_stands()
    {
        _installation.Settings = _installation.Settings with { LoginShell = true };
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());
        _installation.Holds(("anthropic", ".env ANTHROPIC_API_KEY"), ("openai", "login shell OPENAI_API_KEY"));

        var run = await _installation.RunAsync("models status --json");

        GoldenFile.Matches("tests/ChatAuth.Cli.Tests/Models/Golden/status-environment.json", run.Output);
    }

    private void StoreOneOfEach()
    {
        var now = _installation.Now;
        _installation.Agents.Put("anthropic:key", TestInstallation.Key(), email: "me@example.com");
        _installation.Agents.Put("anthropic:login", TestInstallation.Login(now - _hour));
        _installation.Agents.Put("anthropic:soon", TestInstallation.Token(now + 3 * _hour));
        _installation.Agents.Put("anthropic:tired", TestInstallation.Key());
        _installation.Agents.Put("openai:blank", TestInstallation.Key(text: null));
        _installation.Agents.Usage("anthropic:tired", ProfileHealth.Unused with { Reason = FailureReason.RateLimit, CooldownUntil = now.AddMinutes(5) });
    }
}
