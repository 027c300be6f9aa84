using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Clawdbot;

namespace ChatAuth.Storage.Tests.Clawdbot;

internal sealed class SettingsMapTests
{
    private ClawdbotHome _home = null!;

    [SetUp]
    public void SetUp() => _home = new ClawdbotHome();

    [TearDown]
    public void TearDown() => _home.Dispose();

    [Test]
    public void Models_are_taken_over()
    {
        var read = Read("""
            agents: { defaults: { model: { primary: 'anthropic/claude-opus-4-5', fallbacks: ['openai/gpt-5.2'] },
              models: { 'anthropic/claude-opus-4-5': { alias: 'opus' }, 'openai/gpt-5.2': {} } } },
            """);

        Assert.Multiple(() =>
        {
            Assert.That(read.Settings.Default, Is.EqualTo(ModelRef.Parse("anthropic/claude-opus-4-5")));
            Assert.That(read.Settings.Fallbacks, Is.EqualTo(new[] { ModelRef.Parse("openai/gpt-5.2") }));
            Assert.That(read.Settings.Allowed, Is.EqualTo(new[] { ModelRef.Parse("anthropic/claude-opus-4-5"), ModelRef.Parse("openai/gpt-5.2") }));
            Assert.That(read.Settings.Aliases, Is.EqualTo(new[] { KeyValuePair.Create("opus", ModelRef.Parse("anthropic/claude-opus-4-5")) }));
            Assert.That(read.Unmapped, Is.Empty);
        });
    }

    [Test]
    public void Model_can_be_one_text() =>
        Assert.That(Read("agents: { defaults: { model: 'openai/gpt-5.2' } }").Settings.Default, Is.EqualTo(ModelRef.Parse("openai/gpt-5.2")));

    [Test]
    public void Profiles_orders_and_rests_are_taken_over()
    {
        var read = Read("""
            auth: {
              profiles: { 'anthropic:work': { provider: 'anthropic', mode: 'token' } },
              order: { anthropic: ['anthropic:work', 'anthropic:home'] },
              cooldowns: { billingBackoffHours: 2, billingMaxHours: 10, failureWindowHours: 6 },
            },
            """);

        Assert.Multiple(() =>
        {
            Assert.That(read.Settings.Kinds, Is.EqualTo(new[] { KeyValuePair.Create(ProfileId.Parse("anthropic:work"), "token") }));
            Assert.That(read.Settings.Orders.Single().Value, Is.EqualTo(new[] { ProfileId.Parse("anthropic:work"), ProfileId.Parse("anthropic:home") }));
            Assert.That(read.Settings.Cooldowns, Is.EqualTo(new[]
            {
                KeyValuePair.Create("BillingBackoffHours", 2d), KeyValuePair.Create("BillingMaxHours", 10d), KeyValuePair.Create("FailureWindowHours", 6d),
            }));
            Assert.That(read.Unmapped, Is.Empty);
        });
    }

    [Test]
    public void Endpoint_is_taken_over_and_its_models_are_listed()
    {
        var read = Read("models: { providers: { local: { baseUrl: 'http://127.0.0.1:11434/v1', api: 'openai-completions', models: [] } } }");

        Assert.Multiple(() =>
        {
            Assert.That(read.Settings.Endpoints, Is.EqualTo(new[] { new ProviderEndpoint(ProviderId.Parse("local"), new Uri("http://127.0.0.1:11434/v1"), "openai-completions") }));
            Assert.That(read.Unmapped, Is.EqualTo(new[] { new UnmappedKey("models.providers.local.models", UnmappedReason.NoCounterpart) }));
        });
    }

    [TestCase("http://proxy.example/v1")]
    [TestCase("https://user:FAKE@proxy.example/v1")]
    [TestCase("https://proxy.example/v1?key=FAKE")]
    [TestCase("file:///etc/shadow")]
    public void Address_that_keys_must_not_be_sent_to_is_listed(string address)
    {
        var read = Read($"models: {{ providers: {{ openai: {{ baseUrl: '{address}' }} }} }}");

        Assert.That(read.Settings.Endpoints, Is.Empty);
        Assert.That(read.Unmapped, Is.EqualTo(new[] { new UnmappedKey("models.providers.openai.baseUrl", UnmappedReason.Unusable) }));
    }

    [TestCase("$include: './more.json5'", "$include", UnmappedReason.Reference)]
    [TestCase("agents: { defaults: { model: '${MODEL}' } }", "agents.defaults.model", UnmappedReason.Reference)]
    [TestCase("agents: { defaults: { imageModel: 'openai/gpt-5.2' } }", "agents.defaults", UnmappedReason.NoCounterpart)]
    [TestCase("agents: { defaults: { models: { nonsense: {} } } }", "agents.defaults.models.nonsense", UnmappedReason.Unusable)]
    [TestCase("agents: { defaults: { models: { 'openai/gpt-5.2': { alias: 'new' } } } }", "agents.defaults.models.openai/gpt-5.2.alias", UnmappedReason.Unusable)]
    [TestCase("agents: { defaults: { models: { 'openai/gpt-5.2': { params: { temperature: 1 } } } } }", "agents.defaults.models.openai/gpt-5.2.params", UnmappedReason.NoCounterpart)]
    [TestCase("auth: { profiles: { 'anthropic:work': { provider: 'openai', mode: 'oauth' } } }", "auth.profiles.anthropic:work", UnmappedReason.Unusable)]
    [TestCase("auth: { order: { anthropic: [] } }", "auth.order.anthropic", UnmappedReason.Unusable)]
    [TestCase("auth: { cooldowns: { billingMaxHours: -1 } }", "auth.cooldowns.billingMaxHours", UnmappedReason.Unusable)]
    [TestCase("channels: { telegram: { enabled: true, botToken: '7000000001:FAKE' } }", "channels.telegram", UnmappedReason.Secret)]
    [TestCase("session: { idleMinutes: 60 }", "session.idleMinutes", UnmappedReason.NoCounterpart)]
    public void What_does_not_map_is_listed_by_its_path(string text, string path, UnmappedReason reason) =>
        Assert.That(Read(text).Unmapped, Is.EqualTo(new[] { new UnmappedKey(path, reason) }));

    [Test]
    public void Key_that_could_be_a_secret_is_not_shown() =>
        Assert.That(Read("env: { 'sk-ant-api03-FAKEFAKEFAKEFAKEFAKEFAKE0123456789': 'x' }").Unmapped.Single().Path, Is.EqualTo("env.?"));

    [Test]
    public void File_that_is_no_json5_is_a_fault_without_its_content()
    {
        var read = Read("oops oops");

        Assert.That(read.Faults, Is.EqualTo(new[] { "clawdbot.json, line 2: it is not JSON5." }));
    }

    private ClawdbotReading Read(string inside)
    {
        _home.Write("clawdbot.json", $"{{ // mine\n{inside} }}");
        return _home.Read();
    }
}
