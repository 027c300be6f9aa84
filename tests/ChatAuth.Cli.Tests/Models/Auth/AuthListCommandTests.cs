using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Cli.Tests.Models.Auth;

internal sealed class AuthListCommandTests
{
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp()
    {
        _installation = new TestInstallation { Borrowed = new FakeCredentialSource() };
        _installation.Agents.Put("anthropic:work", TestInstallation.Login(_installation.Now.AddHours(3), "fake-login"), email: "me@example.com");
        _installation.Agents.Put("openai:default", TestInstallation.Key());
    }

    [Test]
    public async Task Row_tells_kind_source_status_end_and_account()
    {
        var run = await _installation.RunAsync("models auth list");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("  anthropic:work  oauth  store  expiring  ends in 3h 0m  me@example.com\n"));
        Assert.That(run.Output, Does.Contain("  openai:default  api_key  store  static\n"));
        Assert.That(run.Output, Does.Contain("claude-cli  Claude Code as anthropic:claude-cli  no login, claude setup-token makes one"));
        Assert.That(run.Output, Does.Not.Contain("fake-"));
    }

    [Test]
    public async Task Json_has_profiles_and_sources()
    {
        var run = await _installation.RunAsync("models auth list --json");

        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.That(json.GetProperty("profiles")[0].EnumerateObject().Select(field => field.Name), Is.EqualTo(new[]
        {
            "profileId", "provider", "type", "source", "status", "expiresAt", "accepted", "defect", "email",
        }));
        Assert.That(json.GetProperty("sources")[0].EnumerateObject().Select(field => field.Name), Is.EqualTo(new[]
        {
            "source", "program", "profileId", "found", "accepted", "removed",
        }));
        Assert.That(run.Output, Does.Not.Contain("fake-"));
    }

    [Test]
    public async Task Nothing_is_said_of_nobody()
    {
        var run = await new TestInstallation().RunAsync("models auth list");

        Assert.That(run.Output, Does.Contain("(none)"));
    }
}
