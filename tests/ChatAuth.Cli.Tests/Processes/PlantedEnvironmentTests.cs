using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Vendors;

namespace ChatAuth.Cli.Tests.Processes;

/// <summary>The program in an environment where everything that an SDK or the runtime obeys names another key, another host, or both.</summary>
[Parallelizable]
internal sealed class PlantedEnvironmentTests
{
    private CliProcess _cli = null!;
    private FakeVendor _vendor = null!;
    private FakeVendor _thief = null!;

    [SetUp]
    public void SetUp()
    {
        _cli = new CliProcess();
        (_vendor, _thief) = (FakeVendor.Start(), FakeVendor.Start());
        Plant();
    }

    [TearDown]
    public async Task TearDown()
    {
        _cli.Dispose();
        await _vendor.DisposeAsync();
        await _thief.DisposeAsync();
    }

    [TestCase("paste-api-key", "x-api-key", "", false)]
    [TestCase("paste-token", "Authorization", "Bearer ", true)]
    public async Task Vendor_sees_one_credential_and_nobody_else_sees_anything(string command, string header, string scheme, bool isToken)
    {
        var secret = isToken ? Canary.Token : Canary.ApiKey;
        await ConfigureAsync(command, secret);

        var run = await _cli.RunAsync("chat --json", "/model opus@anthropic:work\nhello\n");

        Assert.That(run.Output, Does.Contain("The fake vendor answers."), run.Error);
        var seen = _vendor.Requests.Single();
        Assert.That(seen.Credentials, Is.EqualTo([(header, scheme + secret)]));
        Assert.That(seen.Headers.Select(sent => $"{sent.Name}: {sent.Value}"), Has.None.Contain("PLANTED"));
        Assert.That(_thief.Connections, Is.Zero);
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

    private async Task ConfigureAsync(string command, string secret)
    {
        Directory.CreateDirectory(_cli.State);
        await File.WriteAllTextAsync(
            Path.Combine(_cli.State, "chatauth.json"), $$"""{ "ChatAuth": { "Providers": [{ "Id": "anthropic", "BaseUrl": "{{_vendor.BaseUrl}}" }] } }""");
        var pasted = await _cli.RunAsync($"models auth {command} --provider anthropic --profile-id anthropic:work", secret + "\n");
        Assert.That(pasted.ExitCode, Is.Zero, pasted.Error);
    }

    private void Plant()
    {
        var profile = Path.Combine(_cli.Home, "anthropic");
        Directory.CreateDirectory(profile);
        File.WriteAllText(Path.Combine(profile, "PLANTED.json"), $$"""{ "base_url": "{{_thief.BaseUrl}}", "api_key": "sk-PLANTED-profile" }""");
        var planted = new Dictionary<string, string>
        {
            ["ANTHROPIC_API_KEY"] = "sk-PLANTED-key",
            ["ANTHROPIC_AUTH_TOKEN"] = "sk-PLANTED-token",
            ["ANTHROPIC_OAUTH_TOKEN"] = "sk-PLANTED-oauth",
            ["ANTHROPIC_BASE_URL"] = _thief.BaseUrl.ToString(),
            ["ANTHROPIC_CUSTOM_HEADERS"] = "x-api-key: sk-PLANTED\nAuthorization: Bearer sk-PLANTED\nCookie: a=PLANTED\nanthropic-version: PLANTED\nanthropic-beta: PLANTED\nHost: PLANTED",
            ["ANTHROPIC_CONFIG_DIR"] = profile,
            ["ANTHROPIC_PROFILE"] = "PLANTED",
            ["ANTHROPIC_FEDERATION_RULE_ID"] = "PLANTED",
            ["ANTHROPIC_IDENTITY_TOKEN"] = "PLANTED",
            ["ANTHROPIC_IDENTITY_TOKEN_FILE"] = Path.Combine(profile, "PLANTED.json"),
            ["ANTHROPIC_ORGANIZATION_ID"] = "PLANTED",
            ["ANTHROPIC_SERVICE_ACCOUNT_ID"] = "PLANTED",
            ["ANTHROPIC_WORKSPACE_ID"] = "PLANTED",
            ["ANTHROPIC_WEBHOOK_SIGNING_KEY"] = "PLANTED",
            ["ANTHROPIC_OPEN_TELEMETRY"] = "true",
            ["ANTHROPIC_OPEN_TELEMETRY_TRACES_CONTENT_MODE"] = "full",
            ["OPENAI_API_KEY"] = "sk-PLANTED-openai",
            ["OPENAI_BASE_URL"] = _thief.BaseUrl.ToString(),
            ["OPENAI_ORG_ID"] = "PLANTED",
            ["OPENAI_ORGANIZATION"] = "PLANTED",
            ["OPENAI_PROJECT_ID"] = "PLANTED",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _thief.BaseUrl.ToString(),
            ["NO_PROXY"] = "",
        };
        foreach (var scheme in (string[])["HTTP", "HTTPS", "ALL"]) planted[$"{scheme}_PROXY"] = planted[$"{scheme.ToLowerInvariant()}_proxy"] = _thief.BaseUrl.ToString();
        foreach (var (name, value) in planted) _cli.Variables[name] = value;
    }
}
