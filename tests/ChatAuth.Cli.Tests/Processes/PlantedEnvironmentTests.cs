using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>The program in an environment where everything that an SDK or the runtime obeys names another key, another host, or both.</summary>
[Parallelizable]
internal sealed class PlantedEnvironmentTests
{
    private static readonly string[] s_headers =
        ["Host", "Accept", "User-Agent", "Authorization", "x-api-key", "Content-Type", "Content-Length", "Transfer-Encoding", "anthropic-version", "anthropic-beta"];

    private CliProcess _cli = null!;
    private FakeVendor _vendor = null!;
    private FakeVendor _thief = null!;

    [SetUp]
    public void SetUp()
    {
        _cli = new CliProcess();
        (_vendor, _thief) = (FakeVendor.Start(), FakeVendor.Start());
        foreach (var (name, value) in PlantedEnvironment.Plant(_cli.Home, _thief.BaseUrl)) _cli.Variables[name] = value;
    }

    [TearDown]
    public async Task TearDown()
    {
        _cli.Dispose();
        await _vendor.DisposeAsync();
        await _thief.DisposeAsync();
    }

    [TestCase("anthropic", "opus", "paste-api-key", "x-api-key", "", false)]
    [TestCase("anthropic", "opus", "paste-token", "Authorization", "Bearer ", true)]
    [TestCase("openai", "gpt", "paste-api-key", "Authorization", "Bearer ", false)]
    public async Task Vendor_sees_one_credential_and_nobody_else_sees_anything(string provider, string model, string command, string header, string scheme, bool isToken)
    {
        var secret = provider == "openai" ? "sk-FAKE-openai-work" : isToken ? Canary.Token : Canary.ApiKey;
        await ConfigureAsync(command, secret, provider);

        var run = await _cli.RunAsync("chat --json", $"/model {model}@{provider}:work\nhello\n");

        Assert.That(run.Output, Does.Contain("The fake vendor answers."), run.Error);
        var seen = _vendor.Requests.Single();
        Assert.That(seen.Credentials, Is.EqualTo([(header, scheme + secret)]));
        Assert.That(seen.Header("Host"), Is.EqualTo(_vendor.BaseUrl.Authority));
        Assert.That(seen.Headers.Select(sent => $"{sent.Name}: {sent.Value}").Append(seen.Body), Has.None.Contain("PLANTED"));
        Assert.That(seen.Headers.Select(sent => sent.Name), Is.SubsetOf(s_headers));
        Assert.That(_thief.Connections, Is.Zero);
    }

    /// <summary>A later version of a package may obey more.</summary>
    [TestCase("Anthropic.dll")]
    [TestCase("OpenAI.dll")]
    public void Every_variable_that_a_package_names_is_planted(string package)
    {
        var named = TextsIn(Path.Combine(TestContext.CurrentContext.TestDirectory, package)).Where(IsVariable).Distinct().ToList();

        Assert.That(named, Is.Not.Empty.And.SubsetOf(_cli.Variables.Keys));
    }

    [TestCase(307)]
    [TestCase(308)]
    public async Task Redirect_takes_nothing_elsewhere(int status)
    {
        await ConfigureAsync("paste-api-key", Canary.ApiKey);
        _vendor.Otherwise = VendorFaults.RedirectTo(_thief.BaseUrl, status);

        var run = await _cli.RunAsync("chat --json", "/model opus@anthropic:work\nhello\n");

        Assert.That(run.Output, Does.Contain("vendor-answer-unusable"));
        Assert.That(_thief.Connections, Is.Zero);
    }

    [Test]
    public async Task Failing_vendor_is_asked_once_and_what_it_repeats_is_not_shown()
    {
        await ConfigureAsync("paste-api-key", Canary.ApiKey);
        _vendor.Otherwise = VendorFaults.Unauthorized;

        var run = await _cli.RunAsync("chat --json", "/model opus@anthropic:work\nhello\n");

        Assert.That(run.Output, Does.Contain("vendor-refused"));
        Assert.That(Canary.FoundIn(run.Output + run.Error), Is.Empty);
        Assert.That(_vendor.Requests, Has.Count.EqualTo(1));
    }

    private async Task ConfigureAsync(string command, string secret, string provider = "anthropic")
    {
        Directory.CreateDirectory(_cli.State);
        await File.WriteAllTextAsync(Path.Combine(_cli.State, "chatauth.json"), $$"""
            { "ChatAuth": { "Providers": [{ "Id": "anthropic", "BaseUrl": "{{_vendor.BaseUrl}}" }, { "Id": "openai", "BaseUrl": "{{_vendor.BaseUrl}}v1" }] } }
            """);
        var pasted = await _cli.RunAsync($"models auth {command} --provider {provider} --profile-id {provider}:work", secret + "\n");
        Assert.That(pasted.ExitCode, Is.Zero, pasted.Error);
    }

    private static bool IsVariable(string text) =>
        text.Split('_')[0] is "ANTHROPIC" or "OPENAI" or "OTEL" or "XDG" && text.Contains('_', StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterUpper(c) || c is '_');

    /// <summary>Every literal of an assembly's code.</summary>
    private static List<string> TextsIn(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var texts = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(0); texts.Count == 0 || !handle.IsNil; handle = metadata.GetNextHandle(handle)) texts.Add(metadata.GetUserString(handle));
        return texts;
    }
}
