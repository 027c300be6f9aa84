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
    private const string Api = "anthropic-messages";

    public static readonly ProviderId Anthropic = ProviderId.Parse("anthropic");

    private static readonly Uri s_own = new("https://api.anthropic.com");

    public IReadOnlyList<StoredCredential> BuiltInCredentials => [];

    public bool Serves(ProviderId provider)
    {
        var endpoint = settings.Catalog.FindEndpoint(provider);
        return provider == Anthropic ? endpoint?.Api is null or Api : endpoint is { BaseUrl: not null, Api: Api };
    }

    public IChatClient CreateClient(ModelRef model, AuthProfile profile, ProviderEndpoint? endpoint)
    {
        var address = endpoint?.BaseUrl ?? (profile.Provider == Anthropic ? s_own : throw new ArgumentException("Nobody says where it is.", nameof(endpoint)));
        return AnthropicSdk.Open(address, model, socket.Open(AnthropicCall.Of(address, profile)));
    }
}
