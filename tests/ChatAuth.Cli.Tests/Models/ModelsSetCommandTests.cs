using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;

namespace ChatAuth.Cli.Tests.Models;

internal sealed class ModelsSetCommandTests
{
    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp() => _installation = new TestInstallation();

    [TestCase("gpt", "openai/gpt-5.2")]
    [TestCase("openai/gpt-5.2", "openai/gpt-5.2")]
    [TestCase("gpt-5.2", "openai/gpt-5.2")]
    [TestCase("openai/gpt-6-preview", "openai/gpt-6-preview")]
    public async Task Default_is_written(string typed, string model)
    {
        var run = await _installation.RunAsync(["models", "set", typed]);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(_installation.Config!.Value.GetProperty("Model").GetProperty("Default").GetString(), Is.EqualTo(model));
        Assert.That(run.Output, Does.Contain($"The default model is {model}."));
    }

    [Test]
    public async Task Json_says_whether_something_changed()
    {
        await _installation.RunAsync("models set gpt");

        var again = await _installation.RunAsync("models set gpt --json");

        Assert.That(JsonDocument.Parse(again.Output).RootElement.GetProperty("changed").GetBoolean(), Is.False);
    }

    [TestCase("opsu", "model-unknown")]
    [TestCase("nowhere/model", "model-unknown")]
    [TestCase("openai/FAKEQz7Xw9Lm2Kp4Vt8Rn3Bc", "secret-in-argument")]
    public async Task What_is_no_model_changes_nothing(string typed, string code)
    {
        var run = await _installation.RunAsync(["models", "set", typed]);

        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(run.Error, Does.Contain($"[{code}]"));
        Assert.That(_installation.Config, Is.Null);
    }

    [Test]
    public async Task Near_miss_is_offered_and_not_applied() =>
        Assert.That((await _installation.RunAsync("models set opsu")).Error, Does.Contain("nearest: opus"));
}
