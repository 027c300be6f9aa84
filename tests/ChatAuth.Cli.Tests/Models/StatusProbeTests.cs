using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Cli.Tests.Models;

/// <summary><c>models status --probe</c>.</summary>
internal sealed class StatusProbeTests
{
    private TestInstallation _installation = null!;

    private IEnumerable<string> Spent => _installation.Vendor.Seen.Select(seen => $"{seen.Profile} {seen.Model.Model}");

    [SetUp]
    public void SetUp() => _installation = new TestInstallation();

    [Test]
    public async Task Text_is_a_table_with_what_to_do_below_its_row()
    {
        StoreOneOfEach();

        var run = await _installation.RunAsync("models status --probe");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.EndWith("""

            Probes
              anthropic:key    anthropic/claude-opus-4-5  ok            0 ms
              anthropic:old    anthropic/claude-opus-4-5  expired          -
                chatauth models auth paste-token --provider anthropic --profile-id old --same-account
              anthropic:tired  anthropic/claude-opus-4-5  rate-limit    0 ms  The vendor's limit is reached for this account.
              openai:bad       openai/gpt-5.2             auth          0 ms  The vendor refused the credential.
                chatauth models auth paste-api-key --provider openai --profile-id bad --same-account
              openai:other     openai/gpt-5.2             not-in-order     -
                chatauth models auth order get --provider openai

            Not healthy: a vendor says that a credential does not serve.

            """));
    }

    [Test]
    public async Task Json_has_an_object_for_each()
    {
        _installation.Agents.Put("anthropic:key", TestInstallation.Key());
        _installation.Agents.Put("openai:bad", TestInstallation.Key());
        _installation.Vendor.Fail("openai:bad", () => new VendorException(ErrorCode.VendorUnpaid, FailureReason.Billing));

        var run = await _installation.RunAsync("models status --probe --json");

        var probes = JsonDocument.Parse(run.Output).RootElement.GetProperty("auth").GetProperty("probes").EnumerateArray();
        Assert.That(probes.Select(probe => JsonSerializer.Serialize(probe)), Is.EqualTo(new[]
        {
            """{"provider":"anthropic","profileId":"anthropic:key","model":"anthropic/claude-opus-4-5","source":"store","mode":"api_key","status":"ok","code":null,"error":null,"remedy":null,"latencyMs":0}""",
            """{"provider":"openai","profileId":"openai:bad","model":"openai/gpt-5.2","source":"store","mode":"api_key","status":"billing","code":"vendor-unpaid","error":"The account at the vendor cannot pay.","remedy":"pay at the vendor, or put another account before it: chatauth models auth order set","latencyMs":0}""",
        }));
    }

    [Test]
    public async Task Without_the_option_nothing_is_asked_and_nothing_said_of_it()
    {
        _installation.Agents.Put("anthropic:key", TestInstallation.Key());

        var run = await _installation.RunAsync("models status --json");

        Assert.That(run.Output, Does.Not.Contain("probes"));
        Assert.That(Spent, Is.Empty);
    }

    [TestCase("--probe-provider openai", "openai:a gpt-5.2, openai:b gpt-5.2")]
    [TestCase("--probe-profile openai:b --probe-profile anthropic:a", "anthropic:a claude-opus-4-5, openai:b gpt-5.2")]
    [TestCase("--probe-profile openai:b,anthropic:a", "anthropic:a claude-opus-4-5, openai:b gpt-5.2")]
    [TestCase("--probe-model gpt", "openai:a gpt-5.2, openai:b gpt-5.2")]
    [TestCase("--probe-model openai/gpt-7 --probe-model gpt --probe-profile openai:a", "openai:a gpt-7, openai:a gpt-5.2")]
    [TestCase("--probe-model all --probe-concurrency 1", "anthropic:a claude-opus-4-5, openai:a gpt-5.2, openai:b gpt-5.2")]
    public async Task Scope_is_what_was_named(string options, string spent)
    {
        foreach (var id in (string[])["anthropic:a", "openai:a", "openai:b"]) _installation.Agents.Put(id, TestInstallation.Key());

        await _installation.RunAsync($"models status --probe {options}");

        Assert.That(Spent, Is.EquivalentTo(spent.Split(", ")));
    }

    [TestCase("--probe --plain", "--probe and --plain exclude each other")]
    [TestCase("--probe --notify", "--probe and --notify exclude each other")]
    [TestCase("--probe-record", "--probe-record goes with --probe")]
    [TestCase("--probe-profile anthropic:key", "--probe-profile goes with --probe")]
    [TestCase("--probe --probe-timeout soon", "--probe-timeout: more than 0, at most 10m")]
    [TestCase("--probe --probe-timeout 0", "--probe-timeout: more than 0, at most 10m")]
    [TestCase("--probe --probe-timeout 11m", "--probe-timeout: more than 0, at most 10m")]
    [TestCase("--probe --probe-concurrency 0", "--probe-concurrency: 1 to 32")]
    [TestCase("--probe --probe-max-tokens -1", "--probe-max-tokens: 1 to 1024")]
    [TestCase("--probe --probe-provider nobody", "--probe-provider")]
    [TestCase("--probe --probe-profile anthropic:nobody", "--probe-profile")]
    public async Task What_cannot_be_meant_is_refused_before_anything_is_spent(string options, string said)
    {
        _installation.Agents.Put("anthropic:key", TestInstallation.Key());

        var run = await _installation.RunAsync($"models status {options}");

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain(said));
        Assert.That(Spent, Is.Empty);
    }

    [Test]
    public async Task Model_that_nobody_knows_is_refused_with_the_nearest()
    {
        _installation.Agents.Put("anthropic:key", TestInstallation.Key());

        var run = await _installation.RunAsync("models status --probe --probe-model opsu");

        Assert.That(run.Error, Does.Contain("error [model-unknown]").And.Contain("nearest: opus"));
        Assert.That(Spent, Is.Empty);
    }

    [TestCase("2s")]
    [TestCase("2000")]
    [TestCase("2000ms")]
    public async Task Timeout_is_a_span_or_milliseconds(string span)
    {
        _installation.Agents.Put("anthropic:key", TestInstallation.Key());
        _installation.Vendor.Until = new TaskCompletionSource().Task;
        _installation.Time.PassesAtOnce = TimeSpan.FromSeconds(2);

        var run = await _installation.RunAsync($"models status --probe --probe-timeout {span}");

        Assert.That(run.Output, Does.Contain("  timeout  2000 ms  The vendor did not answer in time."));
    }

    [Test]
    public async Task Default_timeout_is_8_seconds()
    {
        _installation.Agents.Put("anthropic:key", TestInstallation.Key());
        _installation.Vendor.Until = new TaskCompletionSource().Task;
        _installation.Time.PassesAtOnce = TimeSpan.FromSeconds(8);

        var run = await _installation.RunAsync("models status --probe");

        Assert.That(run.Output, Does.Contain("  timeout  8000 ms  "));
    }

    [TestCase("VendorRefused", 1, "Not healthy: a vendor says that a credential does not serve.")]
    [TestCase("VendorUnpaid", 1, "Not healthy: a vendor says that a credential does not serve.")]
    [TestCase("VendorLimited", 0, "Healthy: every provider in use has a usable credential.")]
    [TestCase("VendorUnavailable", 0, "Healthy: every provider in use has a usable credential.")]
    public async Task Check_is_1_when_the_vendor_says_that_one_does_not_serve_and_the_last_line_says_so(string code, int exitCode, string last)
    {
        var failure = (ErrorCode)typeof(ErrorCode).GetProperty(code)!.GetValue(null)!;
        _installation.Agents.Put("anthropic:key", TestInstallation.Key());
        _installation.Agents.Put("openai:bad", TestInstallation.Key());
        _installation.Vendor.Fail("openai:bad", () => new VendorException(failure, null));

        var run = await _installation.RunAsync("models status --probe --check");

        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
        Assert.That(run.Output, Does.EndWith($"\n{last}\n"));
        Assert.That((await _installation.RunAsync("models status --probe")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Health_is_left_alone_unless_it_is_asked_for()
    {
        _installation.Agents.Put("anthropic:key", TestInstallation.Key());
        _installation.Vendor.Fail("anthropic:key", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit));

        await _installation.RunAsync("models status --probe");
        var untouched = await _installation.Stores.Health.LoadAsync(AgentId.Main, default);
        var run = await _installation.RunAsync("models status --probe --probe-record");

        Assert.That(untouched, Is.Empty);
        Assert.That(run.Output, Does.Contain("  anthropic:key  api_key  cooling (").And.Contain(", over in 1m, at "));
    }

    [Test]
    public async Task Borrowed_login_that_nobody_accepted_is_not_spent_and_the_remedy_accepts_it()
    {
        var source = new FakeCredentialSource();
        _installation = new TestInstallation { Borrowed = source };
        _installation.Identity.Says("work", "work-account");
        source.SignIn("work", _installation.Now.AddHours(8));

        var before = await _installation.RunAsync("models status --probe");
        var spent = Spent.ToList();
        await _installation.RunAsync("models auth accept claude-cli");
        await _installation.RunAsync("models status --probe");

        Assert.That(before.Output, Does.Contain("not-accepted  -\n    chatauth models auth accept claude-cli\n"));
        Assert.That((spent.Count, Spent.Count()), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Key_of_the_environment_for_another_endpoint_is_not_spent_and_the_remedy_stores_it()
    {
        var model = ModelRef.Parse("openai/gpt-5.2");
        _installation.Holds(("openai", "process OPENAI_API_KEY"));
        _installation.Settings = new()
        {
            Catalog = new ModelCatalog([new CatalogModel(model, [])], model, [], endpoints: [new ProviderEndpoint(model.Provider, new Uri("https://proxy.example/v1"), null)]),
        };

        var run = await _installation.RunAsync("models status --probe");

        Assert.That(run.Output, Does.Contain("origin-changed  -\n    chatauth models auth paste-api-key --provider openai\n"));
        Assert.That(Spent, Is.Empty);
    }

    [Test]
    public async Task Agent_is_probed_with_its_own_credentials()
    {
        _installation.Agents.Put("anthropic:main", TestInstallation.Key());
        _installation.Agents.Put("anthropic:own", TestInstallation.Key(), agent: "research");

        await _installation.RunAsync("models status --probe --agent research");

        Assert.That(Spent, Is.EqualTo(new[] { "anthropic:own claude-opus-4-5" }));
    }

    [Test]
    public async Task Without_an_account_there_is_nothing_to_probe()
    {
        var run = await _installation.RunAsync("models status --probe");

        Assert.That(run.Output, Does.Contain("\nProbes: there is no account to probe\n"));
    }

    private void StoreOneOfEach()
    {
        _installation.Agents.Put("anthropic:key", TestInstallation.Key());
        _installation.Agents.Put("anthropic:old", TestInstallation.Token(_installation.Now.AddHours(-1)));
        _installation.Agents.Put("anthropic:tired", TestInstallation.Key());
        _installation.Agents.Put("openai:bad", TestInstallation.Key());
        _installation.Agents.Put("openai:other", TestInstallation.Key());
        _installation.Agents.Order("openai", ["openai:bad"]);
        _installation.Vendor.Fail("anthropic:tired", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit));
        _installation.Vendor.Fail("openai:bad", () => new VendorException(ErrorCode.VendorRefused, FailureReason.Auth));
    }
}
