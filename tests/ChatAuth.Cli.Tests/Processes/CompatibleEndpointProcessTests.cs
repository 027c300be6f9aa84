using ChatAuth.Testing.Vendors;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>A provider of the operator's own.</summary>
[Parallelizable]
internal sealed class CompatibleEndpointProcessTests
{
    private CliProcess _cli = null!;
    private FakeVendor _vendor = null!;

    [SetUp]
    public async Task SetUp()
    {
        (_cli, _vendor) = (new CliProcess(), FakeVendor.Start());
        Directory.CreateDirectory(_cli.State);
        await File.WriteAllTextAsync(Path.Combine(_cli.State, "chatauth.json"), $$"""
            { "ChatAuth": { "Providers": [
              { "Id": "ollama", "BaseUrl": "{{_vendor.BaseUrl}}v1", "Api": "openai-completions" }
            ] } }
            """);
    }

    [TearDown]
    public async Task TearDown()
    {
        _cli.Dispose();
        await _vendor.DisposeAsync();
    }

    [Test]
    public async Task Key_of_a_server_on_this_machine_may_be_any_text()
    {
        await _cli.RunAsync("models auth paste-api-key --provider ollama", "none");

        var run = await _cli.RunAsync("chat --json", "/model ollama/qwen3:8b\nhello\n");

        Assert.That(run.Lines[1].GetProperty("text").GetString(), Is.EqualTo("The fake vendor answers."), run.All);
        Assert.That(_vendor.Requests.Select(request => (request.Credential, request.Model)), Is.EqualTo(new[] { ("none", "qwen3:8b") }));
    }
}
