using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Providers.OpenAI;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Providers.Tests.OpenAI;

/// <summary>The list of models of OpenAI and of what is compatible with it, over a real socket.</summary>
public sealed class OpenAIModelListerTests : OpenAITest
{
    [TestCase("openai")]
    [TestCase("openrouter")]
    [TestCase("ollama")]
    [TestCase("lmstudio")]
    public async Task Models_are_those_of_the_credential(string provider)
    {
        Vendor.List(Key, "vendor/model:free|A model", "qwen3:8b");
        Vendor.List("sk-FAKE-other", "other");

        var models = await ListAsync(provider);

        Assert.That(models.All, Is.EqualTo(new OfferedModel[] { new("vendor/model:free", "A model"), new("qwen3:8b", null) }));
        Assert.That(Vendor.Requests.Select(request => (request.Method, request.Path, request.Credential)), Is.EqualTo(new[] { ("GET", "/v1/models", Key) }));
        Assert.That(Vendor.Requests.Single().Headers.Select(header => header.Name), Is.SubsetOf(new[] { "Host", "Accept", "User-Agent", "Authorization" }));
    }

    [Test]
    public async Task Server_without_a_list_refuses()
    {
        var failure = await Assert.ThrowsAsync<VendorException>(() => ListAsync("lmstudio"));

        Assert.That(failure!.Code, Is.EqualTo(ErrorCode.VendorLacksModel));
    }

    [Test]
    public void Provider_of_another_api_is_not_asked()
    {
        var endpoint = new ProviderEndpoint(ProviderId.Parse("other"), Vendor.BaseUrl, "anthropic-messages");

        Assert.That(Lister(endpoint).Serves(endpoint.Provider), Is.False);
    }

    private Task<OfferedModels> ListAsync(string provider)
    {
        var endpoint = new ProviderEndpoint(ProviderId.Parse(provider), new Uri(Vendor.BaseUrl, "/v1"), OpenAIProvider.Api);
        var lister = Lister(endpoint);
        Assert.That(lister.Serves(endpoint.Provider), Is.True);
        return lister.ListAsync(Profile(provider, Key), endpoint, default);
    }

    private OpenAIModelLister Lister(ProviderEndpoint endpoint) =>
        new(TestWorld.Default with { Catalog = new ModelCatalog([], ModelRef.Parse("demo/echo"), [], endpoints: [endpoint]) }, Socket);
}
