using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

public sealed class InheritanceTests
{
    private static readonly ProfileId Work = ProfileId.Parse("anthropic:work");
    private static readonly ProfileId Spare = ProfileId.Parse("openai:spare");
    private static readonly ProfileHealth Failed = new() { Errors = 1 };

    [Test]
    public void Combine_never_gives_one_id_two_credentials()
    {
        var own = Set(Entry(Work, "anthropic"));
        var main = Set(Entry(Work, "proxy"));

        Assert.That(Inheritance.Combine(own, main).Credentials, Is.EqualTo(own.Credentials));
    }

    [Test]
    public void Combine_takes_the_usage_of_inherited_credentials_only()
    {
        var own = Set(Entry(Work, "anthropic"));
        var main = Set(Entry(Work, "anthropic"), Entry(Spare, "openai")) with { Usage = Usage(Work, Spare) };

        Assert.That(Inheritance.Combine(own, main).Usage.Keys, Is.EqualTo(new[] { Spare }));
    }

    [Test]
    public void Combine_keeps_the_agents_own_location()
    {
        var combined = Inheritance.Combine(Set(), Set(Entry(Work, "anthropic")) with { Location = "main" });

        Assert.That(combined.Location, Is.EqualTo("own"));
    }

    [Test]
    public void Combine_says_which_orders_are_mains()
    {
        var own = Set() with { Orders = Orders((ProviderId.Parse("anthropic"), Work)) };
        var main = Set() with { Orders = Orders((ProviderId.Parse("anthropic"), Work), (ProviderId.Parse("openai"), Spare)) };

        Assert.That(Inheritance.Combine(own, main).InheritedOrders, Is.EqualTo(new[] { ProviderId.Parse("openai") }));
    }

    private static CredentialSet Set(params StoredCredential[] entries) => CredentialSet.Empty("own") with { Credentials = entries };

    private static StoredCredential Entry(ProfileId id, string provider) => new(id, ProviderId.Parse(provider), new Credential.ApiKey(null));

    private static Dictionary<ProviderId, IReadOnlyList<ProfileId>> Orders(params (ProviderId Provider, ProfileId Only)[] orders) =>
        orders.ToDictionary(order => order.Provider, IReadOnlyList<ProfileId> (order) => [order.Only]);

    private static Dictionary<ProfileId, ProfileHealth> Usage(params ProfileId[] ids) => ids.ToDictionary(id => id, _ => Failed);
}
