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

    private static readonly VendorApi s_api = new("anthropic-messages", Anthropic, new Uri("https://api.anthropic.com"));

    public IReadOnlyList<StoredCredential> BuiltInCredentials => [];

    public bool Serves(ProviderId provider) => s_api.IsSpokenBy(provider, settings.Catalog.FindEndpoint(provider));

    public IChatClient CreateClient(ModelRef model, AuthProfile profile, ProviderEndpoint? endpoint, SendPermit permit)
    {
        var address = s_api.AddressOf(profile.Provider, endpoint);
        return AnthropicSdk.Open(socket, AnthropicCall.Of(address, profile, permit), model);
    }
}
