using ChatAuth.Testing.Vendors;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>A provider of the operator's own, in a process whose environment wants something else.</summary>
[Parallelizable]
internal sealed class CompatibleEndpointProcessTests
{
    private CliProcess _cli = null!;
    private FakeVendor _vendor = null!;
    private FakeVendor _other = null!;

    [SetUp]
    public async Task SetUp()
    {
        (_cli, _vendor, _other) = (new CliProcess(), FakeVendor.Start(), FakeVendor.Start());
        Directory.CreateDirectory(_cli.State);
        await File.WriteAllTextAsync(Path.Combine(_cli.State, "chatauth.json"), $$"""
            { "ChatAuth": { "Providers": [
              { "Id": "openai", "BaseUrl": "{{_vendor.BaseUrl}}v1" },
              { "Id": "ollama", "BaseUrl": "{{_vendor.BaseUrl}}v1", "Api": "openai-completions" }
            ] } }
            """);
    }

    [TearDown]
    public async Task TearDown()
    {
        _cli.Dispose();
        await _vendor.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Test]
    public async Task Key_of_a_server_on_this_machine_may_be_any_text()
    {
        await _cli.RunAsync("models auth paste-api-key --provider ollama", "none");

        var run = await _cli.RunAsync("chat --json", "/model ollama/qwen3:8b\nhello\n");

        Assert.That(run.Lines[1].GetProperty("text").GetString(), Is.EqualTo("The fake vendor answers."), run.All);
        Assert.That(_vendor.Requests.Select(request => (request.Credential, request.Model)), Is.EqualTo(new[] { ("none", "qwen3:8b") }));
    }

    [Test]
    public async Task Planted_environment_changes_neither_address_nor_credential()
    {
        const string Key = "sk-FAKE-ours";
        var other = _other.BaseUrl.AbsoluteUri;
        foreach (var name in (string[])["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy", "OPENAI_BASE_URL", "OPENAI_API_BASE", "OPENAI_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"]) _cli.Variables[name] = other;
        foreach (var name in (string[])["OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_ORGANIZATION", "OPENAI_PROJECT_ID", "OPENAI_CUSTOM_HEADERS"]) _cli.Variables[name] = "sk-PLANTED";
        _cli.Variables["OPENAI_EXPERIMENTAL_ENABLE_OPEN_TELEMETRY"] = "true";
        await _cli.RunAsync("models auth paste-api-key --provider openai --profile-id openai:work", Key);

        var run = await _cli.RunAsync("chat --json", "/model openai/gpt-5.2@openai:work\nhello\n");

        Assert.That(run.Lines[1].GetProperty("kind").GetString(), Is.EqualTo("answer"), run.All);
        var request = _vendor.Requests.Single();
        Assert.That(request.Credentials, Is.EqualTo(new[] { ("Authorization", $"Bearer {Key}") }));
        Assert.That(request.Headers.Select(header => header.Name), Is.SubsetOf(new[] { "Host", "Accept", "User-Agent", "Authorization", "Content-Type", "Content-Length" }));
        Assert.That(_other.Connections, Is.Zero);
    }
}
