using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.Wire;
using Microsoft.Extensions.AI;

namespace ChatAuth.Providers.Anthropic;

/// <summary>Calls Anthropic, and every configured provider whose API is <c>anthropic-messages</c>.</summary>
internal sealed class AnthropicProvider(ChatAuthSettings settings, VendorSocket socket) : IModelProvider
{
    public static readonly ProviderId Anthropic = ProviderId.Parse("anthropic");

    /// <summary>The Messages API.</summary>
    public static readonly VendorApi Api = new("anthropic-messages", Anthropic, new Uri("https://api.anthropic.com"));

    /// <summary>Not the SDK's type itself: a field of that would load its assembly at the start.</summary>
    private readonly Lazy<Func<PinnedCall, ModelRef, IChatClient>> _open = new(() => new AnthropicSdk(socket).Open);

    public IReadOnlyList<StoredCredential> BuiltInCredentials => [];

    public bool Serves(ProviderId provider) => Api.IsSpokenBy(provider, settings.Catalog.FindEndpoint(provider));

    public IChatClient CreateClient(ModelRef model, AuthProfile profile, ProviderEndpoint? endpoint, SendPermit permit)
    {
        var address = Api.AddressOf(profile.Provider, endpoint);
        return _open.Value(AnthropicCall.Of(address, profile, permit), model);
    }
}
