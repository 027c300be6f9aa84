using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Profiles;

/// <summary>A credential is sent only where it was stored for.</summary>
internal sealed class ProfileOriginTests
{
    [TestCase(null, null)]
    [TestCase(null, "https://api.openai.com/v1")]
    [TestCase("https://proxy.example", "https://proxy.example/v1")]
    [TestCase("http://127.0.0.1:11434", "http://127.0.0.1:11434/v1")]
    public void Credential_is_usable_at_the_origin_it_was_stored_for(string? origin, string? endpoint) =>
        Assert.That(Make(origin, endpoint).Defect, Is.Null);

    [TestCase(null, "https://proxy.example/v1")]
    [TestCase(null, "https://api.openai.com.example/v1")]
    [TestCase(null, "http://127.0.0.1:11434/v1")]
    [TestCase("https://proxy.example", null)]
    [TestCase("https://proxy.example", "https://proxy.example:8443/v1")]
    public void Credential_is_not_sent_to_another_origin(string? origin, string? endpoint) =>
        Assert.That(Make(origin, endpoint).Defect, Is.EqualTo(CandidateReason.OriginChanged));

    [Test]
    public void Vendors_own_origin_is_one_payer_whether_it_is_named_or_not() =>
        Assert.That(Make(null, "https://api.openai.com/v1").Payer, Is.EqualTo(Make(null, null).Payer));

    private static AuthProfile Make(string? origin, string? endpoint)
    {
        var id = ProfileId.Parse("openai:work");
        Secret.TryCreate("FAKE-key", out var key);
        var model = ModelRef.Parse("openai/gpt-5.2");
        var settings = new ChatAuthSettings
        {
            Catalog = new ModelCatalog([new CatalogModel(model, [])], model, [], null, [new ProviderEndpoint(id.Provider, endpoint is null ? null : new Uri(endpoint), null)]),
        };
        return new ProfileFactory(settings, new Fingerprints(new byte[32])).Make(new StoredCredential(id, id.Provider, new Credential.ApiKey(key)) { Origin = origin });
    }
}
