using System.Text.Json;
using ChatAuth.Cli.Tests.Hosting;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Cli.Tests.Models.Auth;

internal sealed class PasteCommandTests
{
    private static readonly string SetupToken = "sk-ant-oat01-" + new string('F', 40) + "AKE0" + new string('a', 40);

    private TestInstallation _installation = null!;

    [SetUp]
    public void SetUp() => _installation = new TestInstallation();

    [Test]
    public async Task Piped_token_is_stored_under_the_usual_name()
    {
        _installation.Input = TestInstallation.Piped(SetupToken + "\r\n");

        var run = await _installation.RunAsync("models auth paste-token --provider anthropic --expires-in 365d");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Stored("anthropic:manual")!.Credential, Is.EqualTo(new Credential.Token(SecretOf(SetupToken), _installation.Now.AddDays(365))));
        Assert.That(run.Output, Does.Contain("anthropic:manual, token").And.Contain("/state/agents/main/agent/auth-profiles.json").And.Contain("chatauth models status"));
    }

    [Test]
    public async Task Typed_key_is_stored_and_not_shown()
    {
        _installation.Type("fake-kez\by-123\n");

        var run = await _installation.RunAsync("models auth paste-api-key --provider OpenAI");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Stored("openai:default")!.Credential, Is.EqualTo(new Credential.ApiKey(SecretOf("fake-key-123"))));
        Assert.That(run.All, Does.Not.Contain("fake-ke"));
    }

    [Test]
    public async Task Configuration_describes_the_profile()
    {
        await _installation.RunAsync("models auth paste-api-key --provider openai --profile-id work");

        var entry = _installation.Config!.Value.GetProperty("Auth").GetProperty("Profiles").EnumerateArray().Single();
        Assert.That((entry.GetProperty("Id").GetString(), entry.GetProperty("Kind").GetString()), Is.EqualTo(("openai:work", "api_key")));
    }

    [Test]
    public async Task Configuration_with_comments_is_left_to_its_author()
    {
        var file = Path.Combine(Directory.CreateDirectory(_installation.ConfigDirectory).FullName, "chatauth.json");
        await File.WriteAllTextAsync(file, "{ /* mine */ \"ChatAuth\": {} }");

        var run = await _installation.RunAsync("models auth paste-api-key --provider openai");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Error, Does.StartWith("note: ").And.Contain("\"openai:default\""));
        Assert.That(Stored("openai:default"), Is.Not.Null);
        Assert.That(await File.ReadAllTextAsync(file), Does.Contain("/* mine */"));
    }

    [Test]
    public async Task Json_names_profile_places_and_effect()
    {
        var run = await _installation.RunAsync("models auth paste-api-key --provider openai --json");

        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.That(
            json.EnumerateObject().Select(field => field.Name),
            Is.EqualTo(new[] { "profileId", "provider", "type", "authStorePath", "configPath", "configChanged", "leftAlone", "expiresAt", "effect", "next" }));
        Assert.That(json.GetProperty("effect").GetString(), Is.EqualTo("added"));
    }

    [Test]
    public async Task Order_of_the_store_takes_the_new_one_first()
    {
        _installation.Agents.Put("openai:old", TestInstallation.Key());
        _installation.Agents.Order("openai", ["openai:old"]);

        await _installation.RunAsync("models auth paste-api-key --provider openai");

        Assert.That(Set().Orders[ProviderId.Parse("openai")].Select(id => id.ToString()), Is.EqualTo(new[] { "openai:default", "openai:old" }));
    }

    [Test]
    public async Task Without_an_order_none_is_made()
    {
        await _installation.RunAsync("models auth paste-api-key --provider openai");

        Assert.That(Set().Orders, Is.Empty);
    }

    [Test]
    public async Task Credential_is_bound_to_the_configured_origin()
    {
        _installation.Settings = _installation.Settings with
        {
            Catalog = new ModelCatalog(
                _installation.Settings.Catalog.Models, _installation.Settings.Catalog.Default, [],
                endpoints: [new ProviderEndpoint(ProviderId.Parse("openai"), new Uri("https://proxy.example/v1"), null)]),
        };

        await _installation.RunAsync("models auth paste-api-key --provider openai");

        Assert.That(Stored("openai:default")!.Origin, Is.EqualTo("https://proxy.example"));
    }

    [Test]
    public async Task Other_secret_under_the_same_id_is_another_payer()
    {
        _installation.Agents.Put("openai:default", TestInstallation.Key("fake-before"));
        var before = PayerOf("openai:default");

        var run = await _installation.RunAsync("models auth paste-api-key --provider openai");

        Assert.That(PayerOf("openai:default"), Is.Not.EqualTo(before));
        Assert.That(run.Output, Does.Contain("broken"));
    }

    [Test]
    public async Task Same_account_keeps_the_payer()
    {
        _installation.Agents.Put("openai:default", TestInstallation.Key("fake-before"));
        var before = PayerOf("openai:default");

        var run = await _installation.RunAsync("models auth paste-api-key --provider openai --same-account");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(PayerOf("openai:default"), Is.EqualTo(before));
        Assert.That(run.Output, Does.Contain("Pins     stay."));
    }

    [Test]
    public async Task Same_account_of_nothing_is_refused([Values("openai:default", "anthropic:default")] string stored)
    {
        _installation.Agents.Put(stored, stored.StartsWith("openai", StringComparison.Ordinal) ? TestInstallation.Token() : TestInstallation.Key());
        var before = Set();

        var run = await _installation.RunAsync("models auth paste-api-key --provider openai --same-account");

        Assert.That(run.ExitCode, Is.EqualTo(77));
        Assert.That(run.Error, Does.Contain("[account-unproven]"));
        Assert.That(Set().Credentials, Is.EqualTo(before.Credentials));
    }

    [TestCase("anthropik", "(--provider; near: anthropic; another vendor is an entry of Providers in the configuration)")]
    [TestCase("nosuch", "(--provider; another vendor is an entry of Providers in the configuration)")]
    public async Task Provider_that_nobody_knows_is_refused_before_anything_is_asked(string provider, string detail)
    {
        _installation.Type("fake-key\n");

        var run = await _installation.RunAsync($"models auth paste-api-key --provider {provider}");

        Assert.That(run.ExitCode, Is.EqualTo(64));
        Assert.That(run.Error, Does.Contain("[provider-unknown]").And.Contain(detail).And.Not.Contain(provider).And.Not.Contain("not shown"));
        Assert.That(Set().Credentials, Is.Empty);
    }

    [Test]
    public async Task Provider_is_known_by_the_table_of_variables_or_by_what_is_stored([Values("openrouter", "mine")] string provider)
    {
        _installation.Agents.Put("mine:old", TestInstallation.Key());

        Assert.That((await _installation.RunAsync($"models auth paste-api-key --provider {provider}")).ExitCode, Is.Zero);
    }

    [TestCase("paste-token --provider anthropic --expires-in soon", "fake", "lifetime-invalid", 64)]
    [TestCase("paste-token --provider anthropic --profile-id openai:x", "fake", "profile-of-other-provider", 64)]
    [TestCase("paste-token --provider anthropic --profile-id env", "fake", "profile-reserved", 77)]
    [TestCase("paste-token --provider anthropic --profile-id claude-cli", "fake", "profile-reserved", 77)]
    [TestCase("paste-token --provider anthropic --profile-id sk-ant-api03-FAKEQz7Xw9Lm2Kp4Vt8Rn3Bc", "fake", "secret-in-argument", 64)]
    [TestCase("paste-token --provider anthropic", "", "secret-missing", 64)]
    [TestCase("paste-token --provider anthropic", " \n", "secret-missing", 64)]
    [TestCase("paste-token --provider anthropic", "two\nlines", "secret-malformed", 64)]
    [TestCase("paste-token --provider anthropic", "sk-ant-oat01-FAKE0000short", "setup-token-short", 64)]
    [TestCase("paste-token --provider anthropic", "sk-ant-api03-FAKEQz7Xw9Lm2Kp4Vt8Rn3Bc", "secret-of-other-kind", 77)]
    [TestCase("paste-api-key --provider openai", "sk-ant-api03-FAKEQz7Xw9Lm2Kp4Vt8Rn3Bc", "secret-of-other-vendor", 77)]
    public async Task Bad_input_has_a_code_and_changes_nothing(string line, string input, string code, int exitCode)
    {
        _installation.Borrowed = new FakeCredentialSource();
        _installation.Input = TestInstallation.Piped(input);

        var run = await _installation.RunAsync("models auth " + line);

        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
        Assert.That(run.Error, Does.Contain($"error [{code}]").And.Contain("remedy: "));
        Assert.That(run.All, Does.Not.Contain("Qz7Xw9"));
        Assert.That(Set().Credentials, Is.Empty);
        Assert.That(_installation.Config, Is.Null);
    }

    [TestCase("fake\x03", 130)]
    [TestCase("\x04", 64)]
    [TestCase("\n", 64)]
    public async Task Prompt_that_is_left_changes_nothing(string keys, int exitCode)
    {
        _installation.Type(keys);

        var run = await _installation.RunAsync("models auth paste-api-key --provider openai");

        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
        Assert.That(Set().Credentials, Is.Empty);
        Assert.That(_installation.Config, Is.Null);
    }

    [Test]
    public async Task No_character_of_the_secret_is_printed()
    {
        _installation.Type(Canary.ApiKey + "\n");

        var run = await _installation.RunAsync("models auth paste-api-key --provider anthropic");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Canary.FoundIn(run.All), Is.Empty);
        Assert.That(_installation.Programs, Is.Empty);
    }

    private CredentialSet Set() => _installation.Agents.Main;

    private StoredCredential? Stored(string id) => Set().Credentials.FirstOrDefault(entry => entry.Id.ToString() == id);

    private Payer PayerOf(string id) => new Fingerprints(new byte[32]).PayerOf(Stored(id)!, null);

    private static Secret? SecretOf(string text) => Secret.TryCreate(text, out var secret) ? secret : null;
}
