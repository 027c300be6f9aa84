using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Cli.Tests.Models.Auth;

internal sealed class AuthRemoveCommandTests
{
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp()
    {
        _installation = new TestInstallation();
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());
        _installation.Agents.Put("anthropic:home", TestInstallation.Key());
    }

    [Test]
    public async Task Confirmed_profile_is_removed_with_its_place_in_the_order()
    {
        _installation.Agents.Order("anthropic", ["anthropic:work", "anthropic:home"]);
        _installation.Type("y\n");

        var run = await _installation.RunAsync("models auth remove anthropic:work");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Set().Credentials.Select(entry => entry.Id.Name), Is.EqualTo(new[] { "home" }));
        Assert.That(Set().Orders[ProviderId.Parse("anthropic")].Single().Name, Is.EqualTo("home"));
    }

    [Test]
    public async Task Order_of_it_alone_stays_so_that_nobody_else_is_chosen()
    {
        _installation.Agents.Order("anthropic", ["anthropic:work"]);

        await _installation.RunAsync("models auth remove anthropic:work --yes");

        Assert.That(Set().Orders[ProviderId.Parse("anthropic")].Single().Name, Is.EqualTo("work"));
    }

    [Test]
    public async Task Borrowed_login_stays_away()
    {
        var source = new FakeCredentialSource();
        _installation.Borrowed = source;
        source.SignIn("first", _installation.Now.AddHours(8));
        await _installation.RunAsync("models auth accept claude-cli");
        Assert.That(Set().Credentials.Any(entry => entry.IsImport));

        var run = await _installation.RunAsync("models auth remove anthropic:claude-cli --yes --json");

        Assert.That(JsonDocument.Parse(run.Output).RootElement.GetProperty("staysAway").GetBoolean());
        Assert.That(_installation.Config!.Value.GetProperty("Auth").GetProperty("Imports")[0].GetProperty("Removed").GetBoolean());
        Assert.That(Set().Credentials.Any(entry => entry.IsImport), Is.False);
    }

    [Test]
    public async Task Key_of_the_environment_is_told_where_it_comes_from()
    {
        var id = ProfileId.Parse("openai:env");
        var key = new StoredCredential(id, id.Provider, TestInstallation.Key(), Source: "process OPENAI_API_KEY");
        _installation.Environment.Setup(environment => environment.Read()).Returns(new EnvironmentReading([key], []));

        var run = await _installation.RunAsync("models auth remove openai:env --yes");

        Assert.That(run.ExitCode, Is.EqualTo(77));
        Assert.That(run.Error, Does.Contain("[profile-elsewhere]").And.Contain("process OPENAI_API_KEY"));
    }

    [TestCase("anthropic:wrok --yes", "profile-unknown", 64)]
    [TestCase("work --yes", "profile-unknown", 64)]
    [TestCase("anthropic:work", "confirmation-missing", 64)]
    [TestCase("anthropic:work --yes --agent research", "profile-elsewhere", 77)]
    [TestCase("demo:echo --yes", "profile-unknown", 64)]
    public async Task What_cannot_be_removed_is_told_and_stays(string arguments, string code, int exitCode)
    {
        var run = await _installation.RunAsync("models auth remove " + arguments);

        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
        Assert.That(run.Error, Does.Contain($"[{code}]"));
        Assert.That(Set().Credentials, Has.Count.EqualTo(2));
    }

    private CredentialSet Set() => _installation.Agents.Main;
}
