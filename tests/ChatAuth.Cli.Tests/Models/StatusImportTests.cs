using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Cli.Tests.Models;

/// <summary><c>models status</c> on a host where another program is signed in.</summary>
internal sealed class StatusImportTests
{
    private readonly TimeSpan _day = TimeSpan.FromHours(24);
    private FakeCredentialSource _source = null!;
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp()
    {
        _source = new FakeCredentialSource();
        _installation = new TestInstallation { Borrowed = _source };
        _installation.Identity.Says("work", "work-account").Says("private", "private-account");
    }

    [Test]
    public async Task Fresh_host_shows_the_borrowed_login_and_how_to_accept_it()
    {
        _source.SignIn("work", _installation.Now + 2 * _day);

        var run = await _installation.RunAsync("models status");

        Assert.That(run.Output, Does.Contain("anthropic:claude-cli  oauth    ready, not-accepted"));
        Assert.That(run.Output, Does.Contain(
            "\nClaude Code: its login is now anthropic:claude-cli. It can be pinned; models auth accept claude-cli lets it be chosen automatically.\n"));
    }

    [Test]
    public async Task Host_without_any_credential_says_what_to_run()
    {
        var run = await _installation.RunAsync("models status");

        Assert.That(run.Output, Does.Contain("\n  run: chatauth models auth paste-api-key --provider anthropic, or: claude setup-token\n"));
    }

    [Test]
    public async Task Login_that_nobody_accepted_says_how_while_nobody_else_can_pay()
    {
        _source.SignIn("work", _installation.Now + 2 * _day);
        await _installation.RunAsync("models status");

        var run = await _installation.RunAsync("models status --json");

        var provider = JsonDocument.Parse(run.Output).RootElement.GetProperty("auth").GetProperty("providers")[0];
        Assert.That(provider.GetProperty("remedies").EnumerateArray().Single().GetString(), Is.EqualTo("chatauth models auth accept claude-cli"));
    }

    [Test]
    public async Task Accepted_login_that_its_program_renews_is_healthy_until_it_has_ended()
    {
        _source.SignIn("work", _installation.Now + _day / 3);
        await _installation.RunAsync("models auth accept claude-cli");

        var before = await _installation.RunAsync("models status --check --json");
        _installation.Time.Advance(_day / 3);
        var after = await _installation.RunAsync("models status --check");

        Assert.That((before.ExitCode, after.ExitCode), Is.EqualTo((0, 1)));
        Assert.That(before.Output, Does.Contain("\"status\": \"ok\""));
        Assert.That(after.Output, Does.Contain("\n  run: claude setup-token\n"));
    }

    [Test]
    public async Task Accepted_login_that_its_program_holds_no_more_says_what_makes_a_new_one()
    {
        _source.SignIn("work", _installation.Now + _day / 3);
        await _installation.RunAsync("models auth accept claude-cli");
        _source.Hold(new SourceReading.Nothing());

        Assert.That((await _installation.RunAsync("models status --check")).ExitCode, Is.EqualTo(2));
        var run = await _installation.RunAsync("models status");

        Assert.That(run.Output, Does.Contain("\n  run: claude setup-token\n"));
    }

    [Test]
    public async Task Login_that_is_known_is_no_news()
    {
        _source.SignIn("work", _installation.Now + 2 * _day);
        await _installation.RunAsync("models status");

        var run = await _installation.RunAsync("models status");

        Assert.That(run.Output, Does.Not.Contain("Claude Code"));
        Assert.That(_installation.Identity.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Another_account_is_told()
    {
        _source.SignIn("work", _installation.Now + _day);
        await _installation.RunAsync("models status");
        _source.SignIn("private", _installation.Now + 2 * _day);

        var run = await _installation.RunAsync("models status");

        Assert.That(run.Output, Does.Contain("Claude Code: another login, or one that is not proven to be the same, is now anthropic:claude-cli. Pins on it are broken"));
    }

    [Test]
    public async Task Unproven_login_is_told_with_what_the_vendor_said()
    {
        _source.SignIn("work", _installation.Now + _day);
        await _installation.RunAsync("models status");
        _source.SignIn("unheard-of", _installation.Now + 2 * _day);

        var run = await _installation.RunAsync("models status");

        Assert.That(run.Output, Does.Contain(
            "Claude Code: whose its new login is, is not proven. anthropic:claude-cli stays what it was until that ends. The fake does not know it.\n"));
    }

    [Test]
    public async Task Login_that_has_ended_says_what_to_run()
    {
        _source.SignIn("work", _installation.Now + _day);
        await _installation.RunAsync("models status");
        _installation.Time.Advance(_day);

        var run = await _installation.RunAsync("models status");

        Assert.That(run.Output, Does.Contain("Claude Code: its login has ended. Use Claude Code once, or run: claude setup-token\n"));
    }

    [Test]
    public async Task Json_lists_every_program()
    {
        _source.Hold(new SourceReading.Unusable("its file is not a regular file"));

        var run = await _installation.RunAsync("models status --json");

        var import = JsonDocument.Parse(run.Output).RootElement.GetProperty("auth").GetProperty("imports")[0];
        Assert.That(import.EnumerateObject().Select(field => (field.Name, field.Value.GetString())), Is.EqualTo(new[]
        {
            ("source", "claude-cli"),
            ("profileId", "anthropic:claude-cli"),
            ("result", "unusable"),
            ("hint", "Claude Code: its login cannot be used. Its file is not a regular file."),
        }));
    }

    [Test]
    public async Task Removed_import_is_left_alone()
    {
        _source.SignIn("work", _installation.Now + _day);
        _installation.Settings = _installation.Settings with
        {
            Imports = new Dictionary<string, ImportSettings> { ["claude-cli"] = new("claude-cli", Removed: true) },
        };

        var run = await _installation.RunAsync("models status --json");

        Assert.That(run.Output, Does.Contain("\"result\": \"removed\""));
        Assert.That(run.Output, Does.Not.Contain("\"anthropic:claude-cli=oauth\""));
    }

    [Test]
    public async Task Check_counts_a_login_that_an_order_names()
    {
        _source.SignIn("work", _installation.Now + 2 * _day);
        _installation.Agents.Order("anthropic", ["anthropic:claude-cli"]);

        var run = await _installation.RunAsync("models status --check");

        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Ok));
    }
}
