using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Clawdbot;
using ChatAuth.Storage.Tests.Imports;

namespace ChatAuth.Storage.Tests.Clawdbot;

internal sealed class KeptProfilesTests
{
    private const string Key = """ "anthropic:work": { "type": "api_key", "provider": "anthropic", "key": "sk-ant-api03-FAKE" } """;
    private ClawdbotHome _home = null!;

    [SetUp]
    public void SetUp() => _home = new ClawdbotHome();

    [TearDown]
    public void TearDown() => _home.Dispose();

    [Test]
    public void Keys_and_tokens_are_taken_over_as_they_are()
    {
        _home.WriteProfiles("main", Key + """ , "anthropic:manual": { "type": "token", "provider": "anthropic", "token": "sk-ant-oat01-FAKE", "expires": 1800000000000, "email": "me@example.com" } """);

        var accounts = _home.Read().Agents.Single().Accounts;

        Assert.That(accounts.Select(account => (account.Entry.Id.ToString(), account.Entry.Credential, account.Entry.Email, account.WithoutRefresh)), Is.EqualTo(new (string, Credential, string?, bool)[]
        {
            ("anthropic:work", new Credential.ApiKey(TemporaryHome.Fake("sk-ant-api03-FAKE")), null, false),
            ("anthropic:manual", new Credential.Token(TemporaryHome.Fake("sk-ant-oat01-FAKE"), DateTimeOffset.FromUnixTimeMilliseconds(1800000000000)), "me@example.com", false),
        }));
    }

    [Test]
    public void Refresh_token_of_a_login_stays_where_it_is()
    {
        _home.WriteProfiles("main", """ "anthropic:me": { "type": "oauth", "provider": "anthropic", "access": "sk-ant-oat01-FAKE", "refresh": "sk-ant-ort01-FAKE", "expires": 1800000000000 } """);

        var account = _home.Read().Agents.Single().Accounts.Single();

        Assert.That(account.WithoutRefresh, Is.True);
        Assert.That(account.Entry.Credential, Is.TypeOf<Credential.OAuth>().With.Property("Refresh").Null);
    }

    [Test]
    public void What_the_file_says_in_our_own_fields_does_not_count()
    {
        _home.WriteProfiles("main", """ "anthropic:me": { "type": "api_key", "provider": "anthropic", "key": "sk-ant-api03-FAKE", "chatauth": { "source": "claude-cli", "account": "mine", "origin": "https://proxy.example" } } """);

        var entry = _home.Read().Agents.Single().Accounts.Single().Entry;

        Assert.That((entry.Source, entry.Account, entry.Origin, entry.IsImport), Is.EqualTo(("store", (string?)null, (string?)null, false)));
    }

    [TestCase(""" "anthropic:x": { "type": "api_key", "provider": "anthropic", "key": { "exec": ["sh", "-c", "touch /tmp/x"] } } """, UnmappedReason.Reference)]
    [TestCase(""" "anthropic:x": { "type": "api_key", "provider": "anthropic", "keyRef": { "source": "file", "id": "/etc/shadow" } } """, UnmappedReason.Reference)]
    [TestCase(""" "anthropic:x": { "type": "api_key", "provider": "anthropic", "key": " " } """, UnmappedReason.Unusable)]
    [TestCase(""" "anthropic:x": { "type": "passkey", "provider": "anthropic" } """, UnmappedReason.Unusable)]
    public void What_holds_no_secret_is_listed_and_not_followed(string profile, UnmappedReason reason)
    {
        _home.WriteProfiles("main", profile);

        var read = _home.Read();

        Assert.That(read.Agents, Is.Empty);
        Assert.That(read.Unmapped, Is.EqualTo(new[] { new UnmappedKey("agents.main.profiles.anthropic:x", reason) }));
    }

    [Test]
    public void Login_that_its_own_program_brings_is_not_taken_over()
    {
        _home.WriteProfiles("main", """ "anthropic:claude-cli": { "type": "oauth", "provider": "anthropic", "access": "sk-ant-oat01-FAKE", "refresh": "sk-ant-ort01-FAKE", "expires": 1 } """);

        Assert.That(_home.Read().Unmapped.Single().Reason, Is.EqualTo(UnmappedReason.Covered));
    }

    [Test]
    public void Copy_of_the_main_agents_credential_stays_out_of_the_others()
    {
        _home.WriteProfiles("main", Key);
        _home.WriteProfiles("helper", Key + """ , "openai:own": { "type": "api_key", "provider": "openai", "key": "sk-FAKE" } """);

        var agents = _home.Read().Agents;

        Assert.That(agents.Select(agent => agent.Agent.Name), Is.EqualTo(new[] { "main", "helper" }));
        Assert.That(agents[1].Accounts.Single().Entry.Id, Is.EqualTo(ProfileId.Parse("openai:own")));
    }

    [Test]
    public void Order_of_the_store_is_taken_over()
    {
        _home.Write("agents/main/agent/auth-profiles.json", """{ "version": 1, "profiles": {}, "order": { "anthropic": ["anthropic:b", "anthropic:a"] } }""");

        Assert.That(_home.Read().Agents.Single().Orders.Single().Value, Is.EqualTo(new[] { ProfileId.Parse("anthropic:b"), ProfileId.Parse("anthropic:a") }));
    }

    [Test]
    public void Keys_of_the_configuration_become_profiles_bound_to_their_address()
    {
        _home.Write("clawdbot.json", "{ env: { vars: { OPENAI_API_KEY: 'sk-FAKE' } }, models: { providers: { openai: { baseUrl: 'https://proxy.example/v1', apiKey: 'sk-FAKE' }, groq: { apiKey: 'gsk_FAKE' } } } }");

        var read = _home.Read();

        Assert.That(read.Agents.Single().Accounts.Select(account => (account.Entry.Id.ToString(), account.Entry.Origin)), Is.EqualTo(new[]
        {
            ("openai:clawdbot", "https://proxy.example"), ("groq:clawdbot", null),
        }));
        Assert.That(read.Unmapped, Is.Empty);
    }

    [Test]
    public void Vendors_own_address_that_is_spelled_out_is_no_other_one()
    {
        _home.Write("clawdbot.json", "{ models: { providers: { anthropic: { baseUrl: 'https://api.anthropic.com/v1', apiKey: 'sk-FAKE' } } } }");

        Assert.That(_home.Read().Agents.Single().Accounts.Single().Entry.Origin, Is.Null);
    }

    [TestCase("'GROQ_API_KEY'", UnmappedReason.Unusable)]
    [TestCase("'${GROQ_API_KEY}'", UnmappedReason.Reference)]
    [TestCase("{ exec: ['cat', '/etc/shadow'] }", UnmappedReason.Reference)]
    public void Key_that_stands_elsewhere_is_listed_and_not_looked_up(string key, UnmappedReason reason)
    {
        _home.Write("clawdbot.json", $"{{ models: {{ providers: {{ groq: {{ apiKey: {key} }} }} }} }}");

        Assert.That(_home.Read().Unmapped, Is.EqualTo(new[] { new UnmappedKey("models.providers.groq.apiKey", reason) }));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Pipe_in_the_place_of_a_file_is_a_fault_at_once()
    {
        Directory.CreateDirectory(_home.Path);
        using var made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(_home.Path, "clawdbot.json"));
        made.WaitForExit();

        Assert.That(_home.Read().Faults, Is.EqualTo(new[] { "clawdbot.json: its file is not a regular file." }));
    }
}
