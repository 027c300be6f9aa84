using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.Anthropic;
using ChatAuth.Providers.OpenAI;
using ChatAuth.Providers.Tests.Wire;
using ChatAuth.Providers.Wire;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Vendors;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Providers.Tests.Anthropic;

/// <summary>A world whose Anthropic and OpenAI are one fake on a bare socket, reached as the real ones are.</summary>
internal sealed class VendorWorld : IAsyncDisposable
{
    private readonly bool _isOwn;

    /// <param name="services">What is added first.</param>
    /// <param name="isOwn">The fake stands at Anthropic's own address; else it is configured.</param>
    /// <param name="logins">How logins of Anthropic are refreshed; null: not at all.</param>
    public VendorWorld(Action<IServiceCollection>? services = null, bool isOwn = false, OAuthSettings? logins = null)
    {
        _isOwn = isOwn;
        World = new TestWorld(
            settings => settings with
            {
                OAuth = logins is null ? settings.OAuth : new Dictionary<ProviderId, OAuthSettings> { [logins.Provider] = logins },
                Catalog = isOwn ? settings.Catalog : new ModelCatalog(
                    settings.Catalog.Models, settings.Catalog.Default, [], endpoints:
                    [
                        new ProviderEndpoint(AnthropicProvider.Anthropic, Vendor.BaseUrl, null),
                        new ProviderEndpoint(ProviderId.Parse("openai"), new Uri(Vendor.BaseUrl, "v1"), null),
                    ]),
            },
            collection =>
            {
                services?.Invoke(collection);
                if (isOwn) collection.AddSingleton(provider => new VendorSocket(provider.GetRequiredService<TimeProvider>(), () => new Detour(Vendor)));
                collection.AddChatAuthAnthropic();
                collection.AddChatAuthOpenAI();
            });
    }

    public FakeVendor Vendor { get; } = FakeVendor.Start();

    public TestWorld World { get; }

    /// <summary>Stores a key for the fake's origin.</summary>
    public VendorWorld Key(string id, string text)
    {
        Secret.TryCreate(text, out var key);
        return Put(id, new Credential.ApiKey(key));
    }

    public VendorWorld Put(string id, Credential credential)
    {
        var profile = ProfileId.Parse(id);
        World.Credentials.Put(new StoredCredential(profile, profile.Provider, credential) { Origin = _isOwn ? null : EndpointOrigin.Of(profile.Provider, Vendor.BaseUrl) });
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await Vendor.DisposeAsync();
    }
}
