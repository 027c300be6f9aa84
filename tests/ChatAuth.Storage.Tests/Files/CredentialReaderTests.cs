using System.Text;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

public sealed class CredentialReaderTests
{
    private static readonly ProviderId Anthropic = ProviderId.Parse("anthropic");
    private static readonly ProviderId Zai = ProviderId.Parse("zai");
    private static readonly ProfileId Work = ProfileId.Parse("anthropic:work");
    private static readonly ProfileId Home = ProfileId.Parse("anthropic:home");

    [Test]
    public void Read_knows_the_three_kinds()
    {
        var set = ReadProfiles("""
            "anthropic:work": { "type": "api_key", "provider": "anthropic", "key": " FAKE-key " },
            "anthropic:home": { "type": "token", "provider": "anthropic", "token": "FAKE-token", "expires": 1900000000000 },
            "openai:me@example.com": { "type": "oauth", "provider": "openai", "access": "FAKE-a", "refresh": "FAKE-r", "expires": 1900000000000, "email": "me@example.com" }
            """);

        Assert.That(set.Credentials.Select(entry => entry.Credential), Is.EqualTo(new Credential[]
        {
            new Credential.ApiKey(Fake("FAKE-key")),
            new Credential.Token(Fake("FAKE-token"), DateTimeOffset.FromUnixTimeMilliseconds(1_900_000_000_000)),
            new Credential.OAuth(Fake("FAKE-a"), Fake("FAKE-r"), DateTimeOffset.FromUnixTimeMilliseconds(1_900_000_000_000)),
        }));
        Assert.That(set.Credentials[2].Email, Is.EqualTo("me@example.com"));
    }

    [TestCase("{ \"type\": \"saml\", \"provider\": \"anthropic\" }", "saml")]
    [TestCase("{ \"provider\": \"anthropic\" }", "unknown")]
    [TestCase("{ \"type\": 7, \"provider\": \"anthropic\" }", "unknown")]
    public void Read_shows_a_kind_that_it_does_not_know(string entry, string kind)
    {
        var set = ReadProfiles($"\"anthropic:work\": {entry}");

        Assert.That(set.Credentials.Single().Credential, Is.EqualTo(new Credential.Unknown(kind)));
    }

    [TestCase("\"anthropic:work\": \"text\"")]
    [TestCase("\"anthropic:work\": null")]
    [TestCase("\"anthropic:work\": { \"type\": \"api_key\", \"key\": \"FAKE\" }")]
    [TestCase("\"anthropic:work\": { \"type\": \"api_key\", \"provider\": \" \", \"key\": \"FAKE\" }")]
    [TestCase("\"anthropic:work\": { \"type\": \"api_key\", \"provider\": 7, \"key\": \"FAKE\" }")]
    [TestCase("\"no profile id\": { \"type\": \"api_key\", \"provider\": \"anthropic\", \"key\": \"FAKE\" }")]
    public void Read_passes_over_what_is_no_entry(string entry) => Assert.That(ReadProfiles(entry).Credentials, Is.Empty);

    [TestCase("\" \"")]
    [TestCase("7")]
    [TestCase("null")]
    [TestCase("\"two\\nlines\"")]
    [TestCase("\"\\ud800\"")]
    [TestCase("{ \"exec\": [\"sh\"] }")]
    public void Read_gives_no_secret_for_a_blank_or_malformed_one(string key)
    {
        var set = ReadProfiles($"\"anthropic:work\": {{ \"type\": \"api_key\", \"provider\": \"anthropic\", \"key\": {key} }}");

        Assert.That(set.Credentials.Single().Credential, Is.EqualTo(new Credential.ApiKey(null)));
    }

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("null")]
    [TestCase("\"1900000000000\"")]
    [TestCase("1e300")]
    [TestCase("1e999")]
    [TestCase("253402300800000")]
    public void Read_takes_an_absurd_expiry_for_none(string expires)
    {
        var set = ReadProfiles($"\"anthropic:work\": {{ \"type\": \"token\", \"provider\": \"anthropic\", \"token\": \"FAKE\", \"expires\": {expires} }}");

        Assert.That(set.Credentials.Single().Credential.Expires, Is.Null);
    }

    [Test]
    public void Read_normalises_the_provider_that_an_entry_names()
    {
        var set = ReadProfiles("\"z.ai:work\": { \"type\": \"api_key\", \"provider\": \" Z-AI \", \"key\": \"FAKE\" }");

        Assert.That((set.Credentials.Single().Id, set.Credentials.Single().Provider), Is.EqualTo((new ProfileId(Zai, "work"), Zai)));
    }

    [TestCase("oauth", "0123abcd")]
    [TestCase("api_key", null)]
    public void Read_takes_the_sign_in_of_a_login_only(string kind, string? expected)
    {
        var set = ReadProfiles($"\"anthropic:work\": {{ \"type\": \"{kind}\", \"provider\": \"anthropic\", \"chatauth\": {{ \"signIn\": \"0123abcd\" }} }}");

        Assert.That(set.Credentials.Single().SignIn, Is.EqualTo(expected));
    }

    [Test]
    public void Read_trims_orders_and_drops_what_is_no_text()
    {
        var set = Read("""{ "order": { "anthropic": [" anthropic:work ", 7, null, "", " ", "anthropic:home"] } }""");

        Assert.That(set.Orders[Anthropic], Is.EqualTo(new[] { Work, Home }));
    }

    [TestCase("[]")]
    [TestCase("[\" \", 7]")]
    [TestCase("\"anthropic:work\"")]
    [TestCase("{}")]
    public void Read_ignores_an_order_without_any_entry(string order) =>
        Assert.That(Read($"{{ \"order\": {{ \"anthropic\": {order} }} }}").Orders, Is.Empty);

    [Test]
    public void Read_takes_the_first_order_that_means_the_provider_and_has_entries()
    {
        var set = Read("""{ "order": { "Z.AI": [], "z-ai": ["zai:first"], "zai": ["zai:second"] } }""");

        Assert.That(set.Orders[Zai], Is.EqualTo(new[] { ProfileId.Parse("zai:first") }));
    }

    [Test]
    public void Read_keeps_an_order_of_nothing_but_mistakes_so_that_it_admits_nobody()
    {
        var set = Read("""{ "order": { "anthropic": ["wrok"] } }""");

        Assert.That(set.Orders[Anthropic], Has.Count.EqualTo(1).And.None.EqualTo(Work));
    }

    [Test]
    public void Read_seeds_health_from_usage()
    {
        var set = Read("""
            { "usageStats": { "anthropic:work": {
                "lastUsed": 1700000000001, "cooldownUntil": 1700000000002, "disabledUntil": 1700000000003, "lastFailureAt": 1700000000004,
                "disabledReason": "billing", "errorCount": 5, "failureCounts": { "billing": 2, "rate_limit": 3 } } } }
            """);

        Assert.That(set.Usage[Work], Is.EqualTo(new ProfileHealth
        {
            LastUsed = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_001),
            CooldownUntil = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_002),
            DisabledUntil = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_003),
            LastFailure = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_004),
            Reason = FailureReason.Billing,
            Errors = 3,
            BillingErrors = 2,
        }));
    }

    [TestCase("{ \"lastUsed\": 1e999, \"cooldownUntil\": -5, \"errorCount\": 1e30, \"failureCounts\": { \"billing\": -1 } }")]
    [TestCase("{ \"lastUsed\": \"now\", \"errorCount\": \"3\", \"failureCounts\": [] }")]
    [TestCase("[1, 2]")]
    [TestCase("null")]
    public void Read_takes_absurd_usage_for_none(string usage)
    {
        var set = Read($"{{ \"usageStats\": {{ \"anthropic:work\": {usage} }} }}");

        Assert.That(set.Usage[Work], Is.EqualTo(ProfileHealth.Unused));
    }

    [TestCase("{}")]
    [TestCase("{ \"profiles\": null, \"order\": null, \"usageStats\": 7 }")]
    public void Read_of_an_object_without_fields_is_empty(string json)
    {
        var set = Read(json);

        Assert.That((set.Credentials.Count, set.Orders.Count, set.Usage.Count), Is.EqualTo((0, 0, 0)));
    }

    private static CredentialSet ReadProfiles(string entries) => Read($"{{ \"version\": 1, \"profiles\": {{ {entries} }} }}");

    private static CredentialSet Read(string json)
    {
        using var document = StoreDocument.Parse(Encoding.UTF8.GetBytes(json), "p");
        return CredentialReader.Read(document.Root, "p");
    }

    private static Secret Fake(string text) => Secret.TryCreate(text, out var secret) ? secret! : throw new ArgumentException("No secret.", nameof(text));
}
