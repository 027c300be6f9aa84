using System.Text;
using System.Text.Json.Nodes;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

public sealed class StoreEditTests
{
    private static readonly ProviderId Anthropic = ProviderId.Parse("anthropic");
    private static readonly ProfileId Work = ProfileId.Parse("anthropic:work");
    private static readonly StoredCredential Key = new(Work, Anthropic, new Credential.ApiKey(Fake("FAKE-key")));

    [Test]
    public void Put_writes_the_originals_fields_and_nothing_of_ours_where_all_is_usual()
    {
        var after = Apply("{}", new CredentialEdit.Put(Key with { Email = "me@example.com" }));

        Assert.That(after, Is.EqualTo("""{"profiles":{"anthropic:work":{"type":"api_key","provider":"anthropic","key":"FAKE-key","email":"me@example.com"}}}"""));
    }

    [Test]
    public void Put_writes_our_fields_into_an_object_of_their_own()
    {
        var login = new StoredCredential(
            Work, Anthropic, new Credential.OAuth(Fake("FAKE-a"), Fake("FAKE-r"), DateTimeOffset.FromUnixTimeMilliseconds(1_900_000_000_123)), null, "0123abcd", "claude-cli")
        {
            Account = "a", Origin = "https://proxy.example", IsImport = true, Refresh = RefreshState.OutcomeUnknown,
        };

        var after = Apply("{}", new CredentialEdit.Put(login));

        Assert.That(Entry(after), Is.EqualTo(Compact("""
            { "type": "oauth", "provider": "anthropic", "access": "FAKE-a", "refresh": "FAKE-r", "expires": 1900000000123,
              "chatauth": { "signIn": "0123abcd", "account": "a", "source": "claude-cli", "origin": "https://proxy.example", "refresh": "outcome-unknown" } }
            """)));
    }

    [Test]
    public void Put_of_what_is_there_keeps_every_spelling()
    {
        const string Before = """
            {"profiles":{"anthropic:w\u006frk":{"blob":[1E+400,"\ud800"],"type":" token","token":" FAKE-t\u006f ","provider":"Anthropic","expires":1.9e12,"email":" a@b.c","chatauth":{}}}}
            """;
        var same = new StoredCredential(Work, Anthropic, new Credential.Token(Fake("FAKE-to"), DateTimeOffset.FromUnixTimeMilliseconds(1_900_000_000_000)), "a@b.c");

        var after = Apply(Before, new CredentialEdit.Put(same));

        Assert.That(after, Is.EqualTo(Before.Trim()));
    }

    [Test]
    public void Put_keeps_unknown_fields_of_the_entry_and_of_ours_in_it()
    {
        var after = Apply(
            """{"profiles":{"anthropic:work":{"type":"api_key","provider":"anthropic","key":"FAKE-old","clientId":"c","chatauth":{"later":1.0,"account":"a"}}}}""",
            new CredentialEdit.Put(Key));

        Assert.That(Entry(after), Is.EqualTo("""{"type":"api_key","provider":"anthropic","key":"FAKE-key","clientId":"c","chatauth":{"later":1.0}}"""));
    }

    [Test]
    public void Put_of_another_type_takes_the_secrets_of_the_one_before()
    {
        var after = Apply(
            """{"profiles":{"anthropic:work":{"type":"oauth","provider":"anthropic","access":"FAKE-a","refresh":"FAKE-r","expires":1,"clientId":"c","chatauth":{"signIn":"s"}}}}""",
            new CredentialEdit.Put(Key));

        Assert.That(Entry(after), Is.EqualTo("""{"type":"api_key","provider":"anthropic","clientId":"c","key":"FAKE-key"}"""));
    }

    [TestCase("7")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("\"text\"")]
    public void Put_replaces_what_is_no_entry(string found)
    {
        var after = Apply($$"""{"profiles":{ "anthropic:work":{{found}} } }""", new CredentialEdit.Put(Key));

        Assert.That(Entry(after), Is.EqualTo("""{"type":"api_key","provider":"anthropic","key":"FAKE-key"}"""));
    }

    [Test]
    public void Put_of_an_unknown_kind_changes_nothing_that_it_does_not_know()
    {
        const string Before = """{"profiles":{"anthropic:work":{"type":"quantum","provider":"anthropic","key":"FAKE","expires":"soon"}}}""";

        var after = Apply(Before, new CredentialEdit.Put(new StoredCredential(Work, Anthropic, new Credential.Unknown("quantum"))));

        Assert.That(after, Is.EqualTo(Before));
    }

    [Test]
    public void Remove_finds_an_entry_under_any_spelling_and_leaves_the_rest_of_the_file()
    {
        var after = Apply(
            """{"usageStats":{"anthropic:work":{}},"profiles":{"Anthropic:work":{"type":"quantum"},"x":{}},"more":1}""", new CredentialEdit.Remove(Work));

        Assert.That(after, Is.EqualTo("""{"usageStats":{"anthropic:work":{}},"profiles":{"x":{}},"more":1}"""));
    }

    [Test]
    public void Remove_where_there_are_no_profiles_changes_nothing([Values("""{"profiles":null}""", "{}")] string before) =>
        Assert.That(Apply(before, new CredentialEdit.Remove(Work)), Is.EqualTo(before));

    private static string Apply(string json, CredentialEdit edit) =>
        Encoding.UTF8.GetString(StoreEdit.Apply(SpelledObject.Parse(Encoding.UTF8.GetBytes(json)), edit).ToJson().Span);

    private static string Entry(string json) => Compact(JsonNode.Parse(json)!["profiles"]!["anthropic:work"]!.ToJsonString());

    private static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString();

    private static Secret Fake(string text) => Secret.TryCreate(text, out var secret) ? secret! : throw new ArgumentException("No secret.", nameof(text));
}
