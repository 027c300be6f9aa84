using ChatAuth.Configuration;
using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using Microsoft.Extensions.Configuration;

namespace ChatAuth.Tests.Configuration;

[TestFixture]
internal sealed class ChatAuthConfigurationTests
{
    private DirectoryInfo _state = null!;

    [SetUp]
    public void MakeDirectory() => _state = Directory.CreateTempSubdirectory("chatauth-test-");

    [TearDown]
    public void DeleteDirectory() => _state.Delete(recursive: true);

    [Test]
    public void Configuration_without_anything_is_the_shipped_one()
    {
        var loaded = Load();

        Assert.That(loaded.Settings.Catalog.Default.ToString(), Is.EqualTo("anthropic/claude-opus-4-5"));
        Assert.That(loaded.Settings.Catalog.Allowed, Is.Null);
        Assert.That(loaded.StateDirectory, Is.EqualTo(_state.FullName));
    }

    [Test]
    public void Layers_overlay_from_the_shipped_one_to_the_environment()
    {
        Write("""{ "ChatAuth": { "Auth": { "Consent": { "SameBilling": "refuse", "MeteredToSubscription": "allow" } } } }""");

        var consent = Load(
            Host(("Auth:Consent:SubscriptionToMetered", "refuse"), ("Auth:Consent:MeteredToSubscription", "refuse")),
            ("CHATAUTH__AUTH__CONSENT__SAMEBILLING", "allow")).Settings.Consent;

        Assert.That(consent, Is.EqualTo(new ConsentPresets(ConsentPreset.Refuse, ConsentPreset.Allow, ConsentPreset.Allow)));
    }

    [Test]
    public void List_is_taken_whole_from_the_topmost_layer_that_has_it()
    {
        Write("""{ "ChatAuth": { "Models": [{ "Id": "demo/echo", "Aliases": ["parrot"] }] } }""");

        var catalog = Load(Host(("Models:0:Id", "openai/gpt-5.2"), ("Models:1:Id", "openai/gpt-5-mini"))).Settings.Catalog;

        Assert.That(catalog.Models.Select(model => model.Ref.ToString()), Is.EqualTo(new[] { "demo/echo" }));
        Assert.That(catalog.Aliases.Keys, Is.EqualTo(new[] { "parrot" }));
    }

    [Test]
    public void List_of_more_than_ten_entries_keeps_its_order()
    {
        var models = Enumerable.Range(0, 12).Select(index => ($"Models:{index}:Id", $"demo/m{index}")).ToArray();

        var catalog = Load(Host(models)).Settings.Catalog;

        Assert.That(catalog.Models.Select(model => model.Ref.Model), Is.EqualTo(Enumerable.Range(0, 12).Select(index => $"m{index}")));
    }

    [Test]
    public void Allowlist_that_is_emptied_above_allows_the_default_alone()
    {
        Write("""{ "ChatAuth": { "Model": { "Allowed": [] } } }""");

        var catalog = Load(Host(("Model:Allowed:0", "demo/echo"))).Settings.Catalog;

        Assert.That(catalog.Allowed, Is.Not.Null.And.Empty);
    }

    [Test]
    public void Allowlist_that_is_null_above_allows_every_model()
    {
        Write("""{ "ChatAuth": { "Model": { "Allowed": null } } }""");

        var catalog = Load(Host(("Model:Allowed:0", "demo/echo"))).Settings.Catalog;

        Assert.That(catalog.Allowed, Is.Null);
    }

    [Test]
    public void People_that_are_an_empty_list_are_nobody()
    {
        Write("""{ "ChatAuth": { "Auth": { "Profiles": [{ "Id": "anthropic:work", "People": [] }] } } }""");

        var profile = Load().Settings.Profiles[ProfileId.Parse("anthropic:work")];

        Assert.That(profile.Audience.People, Is.Not.Null.And.Empty);
    }

    [Test]
    public void Every_kind_of_entry_arrives_in_the_settings()
    {
        Write("""
            { "ChatAuth": {
              "Providers": [{ "Id": "local", "BaseUrl": "http://localhost:11434/v1" }],
              "Auth": {
                "Profiles": [{ "Id": "anthropic:work", "Billing": "metered", "Shared": true }],
                "Orders": [{ "Provider": "anthropic", "Profiles": ["anthropic:work"] }],
                "Rules": [{ "Id": "r", "Effect": "require", "Profiles": ["anthropic:work"], "Kinds": ["shared"] }],
                "Cooldowns": { "BillingMaxHours": 12.5 }, "WarnWithinHours": 48 },
              "Access": { "Rules": [{ "Id": "a", "Rights": ["all"], "People": ["telegram:42"] }] },
              "Sessions": { "PinsEndWithSession": true } } }
            """);

        var settings = Load().Settings;

        Assert.That(settings.Catalog.FindEndpoint(ProviderId.Parse("local"))!.BaseUrl!.Port, Is.EqualTo(11434));
        Assert.That(settings.Profiles.Values.Single(), Has.Property("Billing").EqualTo(BillingClass.Metered));
        Assert.That(settings.Orders.Values.Single().Ids.Single().Name, Is.EqualTo("work"));
        Assert.That(settings.Rules.Single().Effect, Is.EqualTo(RuleEffect.Require));
        Assert.That(settings.Cooldowns.BillingMaxHours, Is.EqualTo(12.5));
        Assert.That(settings.WarnWithin, Is.EqualTo(TimeSpan.FromDays(2)));
        Assert.That(settings.AccessRules.Single().Rights, Is.EqualTo(Rights.All));
        Assert.That(settings.PinsEndWithSession, Is.True);
    }

    [Test]
    public void Problems_of_keys_and_of_values_are_said_at_once()
    {
        var thrown = Assert.Throws<ChatAuthException>(() => Load(
            Host(("Access:Rules:0:Id", "a"), ("Access:Rules:0:Rights:0", "ask"), ("Access:Rules:0:Efect", "deny")),
            ("CHATAUTH__AUTH__WARNWITHINHOURS", "canary"), ("CHATAUTH__MODEL__DEFAULT", "canary")))!;

        Assert.That(thrown.Detail!.Split('\n'), Is.EquivalentTo(new[]
        {
            "Access:Rules[0].Efect: must not be here: there is no such key",
            "Auth:WarnWithinHours: must be a number",
            "Model:Default: must be provider/model",
        }));
    }

    [Test]
    public void State_directory_of_the_host_is_used_and_its_file_read()
    {
        Write("""{ "ChatAuth": { "Model": { "Default": "demo/echo" } } }""");

        var loaded = ChatAuthConfiguration.Load(
            Host(("Storage:StateDirectory", _state.FullName)), null, new(new Dictionary<string, string>(), "/nonexistent"));

        Assert.That(loaded.StateDirectory, Is.EqualTo(_state.FullName));
        Assert.That(loaded.Settings.Catalog.Default, Is.EqualTo(ModelRef.Parse("demo/echo")));
    }

    private ChatAuthConfiguration Load(IConfiguration? host = null, params (string Name, string Value)[] variables) =>
        ChatAuthConfiguration.Load(
            host, _state.FullName, new(variables.ToDictionary(variable => variable.Name, variable => variable.Value), "/nonexistent"));

    private static IConfigurationRoot Host(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.ToDictionary(entry => $"ChatAuth:{entry.Key}", entry => (string?)entry.Value))
        .Build();

    private void Write(string content) => File.WriteAllText(Path.Combine(_state.FullName, "chatauth.json"), content);
}
