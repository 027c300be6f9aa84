using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Cli.Tests.Onboarding;

/// <summary>The questions, answered by keys.</summary>
internal sealed class OnboardInterviewTests
{
    private const string Accept = "May the login of Claude Code be chosen automatically? It can be pinned in any case. y/N ";
    private TestInstallation _installation = null!;

    private string Configuration => Path.Combine(_installation.ConfigDirectory, "chatauth.json");

    [SetUp]
    public void SetUp()
    {
        _installation = new TestInstallation { Borrowed = new FakeCredentialSource() };
        _installation.Borrowed.SignIn("login", _installation.Now.AddHours(8));
    }

    [Test]
    public async Task Yes_lets_a_login_pay()
    {
        _installation.Type("y\n");

        var run = await RunAsync();

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Error, Does.Contain(Accept + "yes\n"));
        Assert.That(run.Output, Does.Contain("Pays     anthropic:claude-cli (claude-cli), oauth, subscription"));
    }

    [Test]
    public async Task Enter_leaves_a_login_to_pins_and_a_key_is_asked_for()
    {
        _installation.Type("\nfake-key-123\n");

        var run = await RunAsync();

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Error, Does.Contain(Accept + "no\n").And.Contain("An API key for anthropic (Enter for none), not shown: \n").And.Not.Contain("fake-key"));
        Assert.That(run.Output, Does.Contain("Pays     anthropic:default (default), api_key, metered"));
    }

    [Test]
    public async Task Other_keys_are_no_answer()
    {
        _installation.Type("xq y\n");

        var run = await RunAsync();

        Assert.That(run.Error, Does.Contain(Accept + "yes\n"));
    }

    [TestCase("\x03")]
    [TestCase("\x04")]
    [TestCase("y\x03")]
    [TestCase("n\n\x03")]
    public async Task Cancelled_question_changes_nothing(string keys)
    {
        _installation.Type(keys);

        var run = await RunAsync();

        Assert.That(run.ExitCode, Is.EqualTo(130));
        Assert.That(_installation.Agents.Main.Credentials, Is.Empty);
        Assert.That(File.Exists(Configuration), Is.False);
    }

    [Test]
    public async Task What_is_answered_is_not_asked_again()
    {
        _installation.Type("n\n\n");
        await RunAsync();
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());
        _installation.Type("");

        var run = await RunAsync();

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public async Task Json_asks_nobody()
    {
        _installation.Type("y");

        var run = await _installation.RunAsync("onboard --from-clawdbot none --json");

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain("--accept claude-cli or --accept none"));
    }

    [Test]
    public async Task Key_that_is_given_takes_the_place_of_a_stored_one_and_stays_one()
    {
        _installation.Agents.Put("anthropic:default", TestInstallation.Key());
        _installation.Input = TestInstallation.Piped("fake-secret-0002");

        var first = await _installation.RunAsync("onboard --from-clawdbot none --accept none --api-key-provider anthropic");
        var second = await _installation.RunAsync("onboard --from-clawdbot none --accept none --api-key-provider anthropic");

        Assert.That(first.Output, Does.Contain("Stored   anthropic:default"));
        Assert.That(second.Output, Does.Not.Contain("Stored   anthropic:default"));
        Assert.That(_installation.Agents.Main.Credentials.Count(entry => entry.Id == ProfileId.Parse("anthropic:default") && entry.Credential is Credential.ApiKey), Is.EqualTo(1));
    }

    [Test]
    public async Task Key_that_is_given_comes_first_in_an_order()
    {
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());
        _installation.Agents.Order("anthropic", ["anthropic:work"]);
        _installation.Input = TestInstallation.Piped("fake-secret-0002");

        await _installation.RunAsync("onboard --from-clawdbot none --accept none --api-key-provider anthropic");

        Assert.That(_installation.Agents.Main.Orders.Single().Value.Select(id => id.Name), Is.EqualTo(new[] { "default", "work" }));
    }

    /// <summary>An answer is a line, so that its Enter does not answer the next question.</summary>
    [Test]
    public async Task Enter_belongs_to_its_answer()
    {
        _installation.Type("n\nfake-key-123\n");

        var run = await RunAsync();

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("Pays     anthropic:default (default), api_key, metered"));
    }

    private Task<TestInstallation.Run> RunAsync() => _installation.RunAsync("onboard --from-clawdbot none");
}
