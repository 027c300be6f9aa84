using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Cli.Tests.Models.Auth;

internal sealed class SetupTokenCommandTests
{
    private static readonly string Token = "sk-ant-oat01-FAKE0" + new string('a', 70);

    private FakeCredentialSource _claude = null!;
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp()
    {
        _claude = new FakeCredentialSource();
        _installation = new TestInstallation { Borrowed = _claude };
    }

    [Test]
    public async Task Without_a_terminal_nothing_is_run()
    {
        var run = await _installation.RunAsync("models auth setup-token --yes");

        Assert.That((run.ExitCode, _installation.Programs.Count), Is.EqualTo((64, 0)));
        Assert.That(run.Error, Does.Contain("[terminal-missing]"));
    }

    [TestCase(null, "program-missing")]
    [TestCase(1, "program-failed")]
    public async Task Program_that_fails_is_told(int? exitCode, string code)
    {
        _installation.Type("");
        _installation.Program = _ => exitCode;

        var run = await _installation.RunAsync("models auth setup-token --yes");

        Assert.That(run.ExitCode, Is.EqualTo(69));
        Assert.That(run.Error, Does.Contain($"[{code}]"));
        Assert.That(Stored(), Is.Empty);
    }

    [Test]
    public async Task Printed_token_is_asked_for()
    {
        _installation.Type("y\n" + Token + "\n");
        _installation.Program = _ => 0;

        var run = await _installation.RunAsync("models auth setup-token");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(_installation.Programs.Single(), Is.EqualTo(new[] { "claude", "setup-token" }));
        Assert.That(Stored().Single().Id.ToString(), Is.EqualTo("anthropic:manual"));
        Assert.That(run.All, Does.Not.Contain("aaaa"));
    }

    [Test]
    public async Task Login_that_it_stored_is_borrowed_at_once()
    {
        _installation.Type("");
        _installation.Program = _ =>
        {
            _claude.SignIn("first", _installation.Now.AddHours(8));
            return 0;
        };

        var run = await _installation.RunAsync("models auth setup-token --yes --provider anthropic");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Stored().Single().Id.ToString(), Is.EqualTo("anthropic:claude-cli"));
        Assert.That(run.Output, Does.Contain("added").And.Contain("\nAccepted it is chosen automatically from now on.\nConfig   /state/chatauth.json\nNext     chatauth models status\n"));
        var import = _installation.Config!.Value.GetProperty("Auth").GetProperty("Imports")[0];
        Assert.That((import.GetProperty("Id").GetString(), import.GetProperty("Accepted").GetBoolean()), Is.EqualTo(("claude-cli", true)));
        Assert.That((await _installation.RunAsync("models status --check")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Login_that_cannot_be_used_is_a_failure()
    {
        _installation.Type("");
        _installation.Program = _ =>
        {
            _claude.Hold(new SourceReading.Unusable("it has no access token"));
            return 0;
        };

        var run = await _installation.RunAsync("models auth setup-token --yes");

        Assert.That(run.ExitCode, Is.EqualTo(69));
        Assert.That(run.Output, Does.Contain("unusable").And.Contain("Next     claude setup-token"));
    }

    [Test]
    public async Task Login_that_was_removed_says_how_it_comes_back()
    {
        _claude.SignIn("first", _installation.Now.AddHours(8));
        await _installation.RunAsync("models auth accept claude-cli");
        await _installation.RunAsync("models auth remove anthropic:claude-cli --yes");
        _installation.Type("");
        _installation.Program = _ =>
        {
            _claude.SignIn("second", _installation.Now.AddHours(8));
            return 0;
        };

        var run = await _installation.RunAsync("models auth setup-token --yes");

        Assert.That(run.ExitCode, Is.EqualTo(69));
        Assert.That(run.Output, Does.Contain("Next     chatauth models auth accept claude-cli, which brings it back"));
    }

    [Test]
    public async Task Configuration_with_comments_is_left_to_its_author_and_the_login_stays()
    {
        var file = Path.Combine(Directory.CreateDirectory(_installation.ConfigDirectory).FullName, "chatauth.json");
        await File.WriteAllTextAsync(file, "{ /* mine */ \"ChatAuth\": {} }");
        _installation.Type("");
        _installation.Program = _ =>
        {
            _claude.SignIn("first", _installation.Now.AddHours(8));
            return 0;
        };

        var run = await _installation.RunAsync("models auth setup-token --yes");

        Assert.That((run.ExitCode, Stored().Count), Is.EqualTo((0, 1)), run.Error);
        Assert.That(run.Error, Does.StartWith("note: "));
        Assert.That(run.Output, Does.Not.Contain("Accepted").And.Contain("Next     chatauth models auth accept claude-cli, so that"));
    }

    [Test]
    public async Task Enter_alone_is_a_yes()
    {
        _installation.Type("\n" + Token + "\n");
        _installation.Program = _ => 0;

        var run = await _installation.RunAsync("models auth setup-token");

        Assert.That((run.ExitCode, _installation.Programs.Count), Is.EqualTo((0, 1)), run.Error);
        Assert.That(run.Error, Does.StartWith("Run claude setup-token now? Y/n "));
    }

    [Test]
    public async Task Person_who_does_not_confirm_runs_nothing()
    {
        _installation.Type("n\n");

        var run = await _installation.RunAsync("models auth setup-token");

        Assert.That((run.ExitCode, _installation.Programs.Count), Is.EqualTo((130, 0)));
    }

    [Test]
    public async Task Other_provider_has_no_such_tokens()
    {
        _installation.Type("");

        var run = await _installation.RunAsync("models auth setup-token --yes --provider openai");

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain("(--provider)"));
    }

    private IReadOnlyList<StoredCredential> Stored() => _installation.Agents.Main.Credentials;
}
