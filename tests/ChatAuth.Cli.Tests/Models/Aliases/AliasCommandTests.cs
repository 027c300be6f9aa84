using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;

namespace ChatAuth.Cli.Tests.Models.Aliases;

internal sealed class AliasCommandTests
{
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp() => _installation = new TestInstallation();

    [Test]
    public async Task Aliases_are_listed()
    {
        Assert.That((await _installation.RunAsync("models aliases list")).Output, Is.EqualTo("gpt = openai/gpt-5.2\nopus = anthropic/claude-opus-4-5\n"));
        Assert.That(
            JsonDocument.Parse((await _installation.RunAsync("models aliases list --json")).Output).RootElement.GetProperty("aliases").GetProperty("gpt").GetString(),
            Is.EqualTo("openai/gpt-5.2"));
    }

    [Test]
    public async Task Added_alias_is_written()
    {
        var run = await _installation.RunAsync("models aliases add fast gpt");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Entry("fast")?.GetProperty("Model").GetString(), Is.EqualTo("openai/gpt-5.2"));
    }

    [Test]
    public async Task Alias_of_the_catalog_is_taken_back_by_an_entry_without_a_model()
    {
        var run = await _installation.RunAsync("models aliases remove OPUS");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Entry("opus")?.GetProperty("Model").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [TestCase("add 12 gpt", "alias-invalid")]
    [TestCase("add status gpt", "alias-invalid")]
    [TestCase("add start gpt", "alias-invalid")]
    [TestCase("add a:b gpt", "alias-invalid")]
    [TestCase("add opus gpt", "alias-taken")]
    [TestCase("add fast nobody", "model-unknown")]
    [TestCase("remove nobody", "alias-unknown")]
    [TestCase("add FAKEQz7Xw9Lm2Kp4Vt8Rn3Bc gpt", "secret-in-argument")]
    public async Task What_cannot_be_changes_nothing(string arguments, string code)
    {
        var run = await _installation.RunAsync("models aliases " + arguments);

        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(run.Error, Does.Contain($"[{code}]"));
        Assert.That(_installation.Config, Is.Null);
    }

    private JsonElement? Entry(string alias) => _installation.Config?.GetProperty("Model").GetProperty("Aliases").EnumerateArray()
        .Single(entry => entry.GetProperty("Id").GetString() == alias);
}
