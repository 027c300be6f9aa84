using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Models;

namespace ChatAuth.Cli.Tests.Models.Fallbacks;

internal sealed class FallbacksCommandTests
{
    private static readonly ModelRef Gpt = ModelRef.Parse("openai/gpt-5.2");

    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp() => _installation = new TestInstallation();

    [Test]
    public async Task Added_model_is_the_last_fallback()
    {
        var run = await _installation.RunAsync("models fallbacks add gpt");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Written(), Is.EqualTo(new[] { "openai/gpt-5.2" }));
    }

    [TestCase("remove gpt")]
    [TestCase("clear")]
    public async Task Fallback_is_taken_out(string arguments)
    {
        await _installation.RunAsync("models fallbacks add gpt");
        HasFallback();

        var run = await _installation.RunAsync("models fallbacks " + arguments);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Written(), Is.Empty);
    }

    [Test]
    public async Task Fallbacks_are_listed()
    {
        Assert.That((await _installation.RunAsync("models fallbacks list")).Output, Is.EqualTo("(none)\n"));
        HasFallback();
        Assert.That((await _installation.RunAsync("models fallbacks list")).Output, Is.EqualTo("openai/gpt-5.2\n"));
    }

    [TestCase("add opus", "fallback-taken")]
    [TestCase("remove gpt", "fallback-unknown")]
    [TestCase("add nobody", "model-unknown")]
    public async Task What_cannot_be_changes_nothing(string arguments, string code)
    {
        var run = await _installation.RunAsync("models fallbacks " + arguments);

        Assert.That(run.Error, Does.Contain($"[{code}]"));
        Assert.That(_installation.Config, Is.Null);
    }

    private void HasFallback() => _installation.Settings = _installation.Settings with
    {
        Catalog = new ModelCatalog(_installation.Settings.Catalog.Models, _installation.Settings.Catalog.Default, [Gpt]),
    };

    private IEnumerable<string?> Written() => _installation.Config!.Value.GetProperty("Model").GetProperty("Fallbacks").EnumerateArray().Select(model => model.GetString());
}
