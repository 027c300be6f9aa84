using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Hosting;

[TestFixture]
internal sealed class ChatAuthSettingsReaderTests
{
    [Test]
    public void Settings_of_a_default_model_alone_are_valid()
    {
        var settings = Written.Read(_ => { });

        Assert.That(settings.Catalog.Default.ToString(), Is.EqualTo("anthropic/claude-opus-4-5"));
        Assert.That(settings.Consent, Is.EqualTo(new ConsentPresets()));
        Assert.That(settings.WarnWithin, Is.EqualTo(TimeSpan.FromHours(24)));
    }

    [Test]
    public void Problems_of_all_sections_are_said_at_once()
    {
        var problems = Written.ProblemsOf(options =>
        {
            options.Model.Default = "opus";
            options.Providers.Add(new() { Id = "a b" });
            options.Auth.Rules.Add(new() { Id = "r", Effect = "allow", Profiles = { "anthropic:work" } });
            options.Access.Rules.Add(new() { Id = "x" });
            options.Auth.WarnWithinHours = double.NaN;
        });

        Assert.That(problems, Is.EqualTo(new[]
        {
            "Model:Default: must be provider/model",
            "Providers[0].Id: must be a provider's name",
            "Auth:Rules[0].Effect: must be forbid, require or prefer",
            "Access:Rules[0].Rights: must name at least one of ask, view, switch, pin or all",
            "Auth:WarnWithinHours: must be a number of hours above 0 and at most 87600",
        }));
    }

    [Test]
    public void Problems_found_by_the_caller_are_reported_first()
    {
        var options = Written.With(written => written.Model.Default = "");

        var thrown = Assert.Throws<ChatAuthException>(() => ChatAuthSettingsReader.Read(options, ["Auth:Cooldowns: must be"]))!;

        Assert.That(thrown.Detail, Is.EqualTo("Auth:Cooldowns: must be\nModel:Default: must be provider/model"));
    }

    [Test]
    public void Consent_words_are_read_in_any_case()
    {
        var settings = Written.Read(options => options.Auth.Consent = new()
        {
            SubscriptionToMetered = "Refuse", SameBilling = "ALLOW", MeteredToSubscription = "ask",
        });

        Assert.That(settings.Consent, Is.EqualTo(new ConsentPresets(ConsentPreset.Refuse, ConsentPreset.Allow, ConsentPreset.Ask)));
    }

    [TestCase("")]
    [TestCase("yes")]
    [TestCase("1")]
    public void Consent_word_that_is_unknown_is_refused(string word)
    {
        var problems = Written.ProblemsOf(options => options.Auth.Consent.SameBilling = word);

        Assert.That(problems, Is.EqualTo(new[] { "Auth:Consent:SameBilling: must be ask, allow or refuse" }));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NaN)]
    [TestCase(1e300)]
    public void Cooldown_that_is_no_span_is_refused(double hours)
    {
        var problems = Written.ProblemsOf(options => options.Auth.Cooldowns.BillingMaxHours = hours);

        Assert.That(problems, Has.One.StartsWith("Auth:Cooldowns:BillingMaxHours: "));
    }

    [TestCase(-1)]
    [TestCase(10_001)]
    public void Number_of_probes_that_is_none_is_refused(int number)
    {
        var problems = Written.ProblemsOf(options => options.Auth.Probes.PerDay = number);

        Assert.That(problems, Is.EqualTo(new[] { "Auth:Probes:PerDay: must be a number from 0 to 10000" }));
    }

    [Test]
    public void Settings_do_not_follow_later_changes_of_the_options()
    {
        var options = Written.With(_ => { });
        var settings = ChatAuthSettingsReader.Read(options);

        options.Auth.Cooldowns.BillingMaxHours = 1;

        Assert.That(settings.Cooldowns.BillingMaxHours, Is.EqualTo(24));
    }

    [Test]
    public void Value_that_is_not_understood_is_never_repeated()
    {
        const string secret = "sk-ant-api03-FAKE-canary";

        var problems = Written.ProblemsOf(options =>
        {
            options.Model.Default = secret;
            options.Models.Add(new() { Id = secret, Aliases = { $"{secret}/" }, Label = secret + "\n" });
            options.Providers.Add(new() { Id = $"{secret}:", BaseUrl = $"https://{secret}@example.com", Api = $"{secret} " });
            options.Auth.Profiles.Add(new() { Id = secret, Billing = secret, Kind = secret, People = [secret] });
            options.Auth.Orders.Add(new() { Provider = secret, Profiles = { secret } });
            options.Auth.Rules.Add(new() { Id = "r", Effect = secret, Profiles = { secret }, Models = { secret } });
            options.Access.Rules.Add(new() { Id = "a", Rights = { secret }, People = { secret }, Conversations = { secret } });
        });

        Assert.That(problems, Has.Length.GreaterThan(15).And.None.Contains("canary"));
    }
}
