using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;

namespace ChatAuth.Cli.Tests.Models;

internal sealed class ModelsListCommandTests
{
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp()
    {
        _installation = new TestInstallation();
        _installation.Agents.Put("anthropic:work", TestInstallation.Key());
    }

    [Test]
    public async Task Models_with_a_credential_are_listed()
    {
        var run = await _installation.RunAsync("models list");

        Assert.That(run.Output, Is.EqualTo("anthropic/claude-opus-4-5  opus  (default)\n"));
    }

    [Test]
    public async Task All_are_listed_on_request()
    {
        var run = await _installation.RunAsync("models list --all");

        Assert.That(run.Output, Does.Contain("openai/gpt-5.2  gpt  (no credential)\n"));
    }

    [Test]
    public async Task Plain_is_one_model_a_line()
    {
        var run = await _installation.RunAsync("models list --all --plain");

        Assert.That(run.Output, Is.EqualTo("anthropic/claude-opus-4-5\nopenai/gpt-5.2\n"));
    }

    [Test]
    public async Task Json_has_each_fact_apart()
    {
        var run = await _installation.RunAsync("models list --json");

        var model = JsonDocument.Parse(run.Output).RootElement.GetProperty("models").EnumerateArray().Single();
        Assert.That(model.GetRawText().Where(c => !char.IsWhiteSpace(c)), Is.EqualTo(
            """{"model":"anthropic/claude-opus-4-5","label":null,"aliases":["opus"],"default":true,"fallback":false,"allowed":true,"hasCredential":true,"configured":true,"notOfferedTo":[]}"""));
    }

    [Test]
    public async Task Json_and_plain_exclude_each_other() =>
        Assert.That((await _installation.RunAsync("models list --json --plain")).ExitCode, Is.EqualTo(64));
}
