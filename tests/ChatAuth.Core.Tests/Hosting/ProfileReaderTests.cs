using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Hosting;

[TestFixture]
internal sealed class ProfileReaderTests
{
    [Test]
    public void Profile_is_described_by_what_is_written()
    {
        var settings = Written.Read(options => options.Auth.Profiles.Add(new()
        {
            Id = "anthropic:work", Label = "Team", Billing = "metered", Kind = "API_KEY", People = ["telegram:42"],
            Conversations = ["space:discord:7"], Shared = true,
        }));

        var profile = settings.Profiles[ProfileId.Parse("anthropic:work")];
        Assert.That((profile.Label, profile.Billing, profile.Kind), Is.EqualTo(("Team", BillingClass.Metered, "api_key")));
        Assert.That(profile.Audience.People!.Single().ToString(), Is.EqualTo("telegram:42"));
        Assert.That(profile.Audience.Conversations!.Single().ToString(), Is.EqualTo("space:discord:7"));
        Assert.That(profile.Audience.Shared, Is.True);
    }

    [Test]
    public void Profile_without_people_is_for_everyone_and_with_none_for_nobody()
    {
        var settings = Written.Read(options => options.Auth.Profiles = [new() { Id = "a:1" }, new() { Id = "a:2", People = [] }]);

        Assert.That(settings.Profiles[ProfileId.Parse("a:1")].Audience.People, Is.Null);
        Assert.That(settings.Profiles[ProfileId.Parse("a:2")].Audience.People, Is.Empty);
    }

    [Test]
    public void Profile_words_that_are_unknown_are_refused()
    {
        var problems = Written.ProblemsOf(options => options.Auth.Profiles.Add(new()
        {
            Id = "work", Billing = "cheap", Kind = "password", People = ["telegram:ann"], Conversations = ["general"],
        }));

        Assert.That(problems, Is.EqualTo(new[]
        {
            "Auth:Profiles[0].Billing: must be subscription, metered or free",
            "Auth:Profiles[0].Kind: must be api_key, token or oauth",
            "Auth:Profiles[0].People[0]: must be platform:number",
            "Auth:Profiles[0].Conversations[0]: must be private, channel:bot:conversation or space:platform:id",
            "Auth:Profiles[0].Id: must be provider:name",
        }));
    }

    [Test]
    public void Order_is_kept_by_provider()
    {
        var settings = Written.Read(options => options.Auth.Orders.Add(new()
        {
            Provider = "Anthropic", Profiles = { "anthropic:b", "anthropic:a" },
        }));

        var order = settings.Orders[ProviderId.Parse("anthropic")];
        Assert.That(order.Ids.Select(id => id.Name), Is.EqualTo(new[] { "b", "a" }));
        Assert.That(order.Source, Is.EqualTo("configuration"));
    }

    [Test]
    public void Order_that_is_empty_stays_an_order()
    {
        var settings = Written.Read(options => options.Auth.Orders.Add(new() { Provider = "anthropic" }));

        Assert.That(settings.Orders[ProviderId.Parse("anthropic")].Ids, Is.Empty);
    }

    [Test]
    public void Order_of_another_providers_profile_is_refused()
    {
        var problems = Written.ProblemsOf(options => options.Auth.Orders.Add(new()
        {
            Provider = "anthropic", Profiles = { "anthropic:a", "openai:a", "anthropic:a" },
        }));

        Assert.That(problems, Is.EqualTo(new[]
        {
            "Auth:Orders[0].Profiles[1]: must be a profile of the order's provider",
            "Auth:Orders[0].Profiles[2]: must be unique; 'anthropic:a' stands before it",
        }));
    }

    [Test]
    public void Order_of_a_provider_that_has_one_is_refused()
    {
        var problems = Written.ProblemsOf(options => options.Auth.Orders = [new() { Provider = "zai" }, new() { Provider = "z-ai" }]);

        Assert.That(problems, Is.EqualTo(new[] { "Auth:Orders[1].Provider: must be unique; 'zai' stands before it" }));
    }
}
