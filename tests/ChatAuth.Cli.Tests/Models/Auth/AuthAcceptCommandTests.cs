using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Cli.Tests.Models.Auth;

internal sealed class AuthAcceptCommandTests
{
    private FakeCredentialSource _claude = null!;
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp()
    {
        _claude = new FakeCredentialSource();
        _installation = new TestInstallation { Borrowed = _claude };
    }

    [TestCase("claude-cli")]
    [TestCase("anthropic:claude-cli")]
    public async Task Accepted_source_is_written_and_borrowed(string name)
    {
        _claude.SignIn("first", _installation.Now.AddHours(8));

        var run = await _installation.RunAsync($"models auth accept {name}");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var import = _installation.Config!.Value.GetProperty("Auth").GetProperty("Imports")[0];
        Assert.That((import.GetProperty("Id").GetString(), import.GetProperty("Accepted").GetBoolean(), import.GetProperty("Removed").GetBoolean()),
            Is.EqualTo(("claude-cli", true, false)));
        Assert.That(Set().Credentials.Single().IsImport);
    }

    [Test]
    public async Task Removed_source_is_brought_back()
    {
        _claude.SignIn("first", _installation.Now.AddHours(8));
        await _installation.RunAsync("models auth accept claude-cli");
        await _installation.RunAsync("models auth remove anthropic:claude-cli --yes");

        await _installation.RunAsync("models auth accept claude-cli");

        Assert.That(Set().Credentials.Single().IsImport);
    }

    [Test]
    public async Task Source_without_a_login_says_what_to_run()
    {
        var run = await _installation.RunAsync("models auth accept claude-cli");

        Assert.That(run.Output, Does.Contain("nothing").And.Contain("claude setup-token"));
    }

    [Test]
    public async Task Profile_of_another_origin_is_bound_to_the_configured_one()
    {
        var id = ProfileId.Parse("openai:work");
        await _installation.Agents.EditAsync(
            AgentId.Main,
            _ => [new CredentialEdit.Put(new StoredCredential(id, id.Provider, TestInstallation.Key()) { Origin = "https://old.example" })],
            default);

        var run = await _installation.RunAsync("models auth accept openai:work");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("https://old.example"));
        Assert.That(Set().Credentials.Single().Origin, Is.Null);
    }

    [Test]
    public async Task Key_of_the_environment_is_refused_for_another_endpoint_and_told_how_to_store_it()
    {
        _installation.Holds(("openai", "process OPENAI_API_KEY"));
        _installation.Settings = _installation.Settings with { Catalog = At("https://proxy.example/v1") };

        var run = await _installation.RunAsync("models auth accept openai:env");

        Assert.That(run.ExitCode, Is.EqualTo(77));
        Assert.That(run.Error, Does.Contain("[environment-key-bound]").And.Contain("chatauth models auth paste-api-key --provider openai"));
    }

    [Test]
    public async Task Key_of_the_environment_that_serves_has_nothing_to_accept()
    {
        _installation.Holds(("openai", "process OPENAI_API_KEY"));

        var run = await _installation.RunAsync("models auth accept openai:env");

        Assert.That(run.Error, Does.Contain("[nothing-to-accept]"));
    }

    [TestCase("claude", "source-unknown", 64)]
    [TestCase("openai:nobody", "profile-unknown", 64)]
    [TestCase("openai:here", "nothing-to-accept", 77)]
    public async Task What_cannot_be_accepted_is_told(string what, string code, int exitCode)
    {
        _installation.Agents.Put("openai:here", TestInstallation.Key());

        var run = await _installation.RunAsync($"models auth accept {what}");

        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
        Assert.That(run.Error, Does.Contain($"[{code}]"));
        Assert.That(_installation.Config, Is.Null);
    }

    private static ModelCatalog At(string endpoint)
    {
        var model = ModelRef.Parse("openai/gpt-5.2");
        return new ModelCatalog([new CatalogModel(model, [])], model, [], endpoints: [new ProviderEndpoint(model.Provider, new Uri(endpoint), null)]);
    }

    private CredentialSet Set() => _installation.Agents.Main;
}
