using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.Wire;
using Microsoft.Extensions.AI;

namespace ChatAuth.Providers.OpenAI;

/// <summary>OpenAI, and every provider whose configuration names a base address that speaks its Chat Completions.</summary>
/// <param name="settings">Which endpoints are configured.</param>
/// <param name="socket">The way to vendors.</param>
internal sealed class OpenAIProvider(ChatAuthSettings settings, VendorSocket socket) : IModelProvider
{
    /// <summary>What <c>Providers[].Api</c> calls Chat Completions.</summary>
    public const string Api = "openai-completions";

    private static readonly ProviderId s_openAI = ProviderId.Parse("openai");

    /// <summary>By OpenAI's API reference.</summary>
    private static readonly Uri s_own = new("https://api.openai.com/v1");

    public IReadOnlyList<StoredCredential> BuiltInCredentials => [];

    public bool Serves(ProviderId provider)
    {
        var endpoint = settings.Catalog.FindEndpoint(provider);
        return provider == s_openAI ? endpoint?.Api is null or Api : endpoint is { BaseUrl: not null, Api: Api };
    }

    public IChatClient CreateClient(ModelRef model, AuthProfile profile, ProviderEndpoint? endpoint)
    {
        var address = endpoint?.BaseUrl ?? (profile.Provider == s_openAI ? s_own : throw new ArgumentException("Nobody says where it is.", nameof(endpoint)));
        var isCompatible = address.GetLeftPart(UriPartial.Authority) != s_own.GetLeftPart(UriPartial.Authority);
        return OpenAIConnection.Open(socket, new PinnedCall(address, CredentialHeader.Bearer(SecretOf(profile.Credential))), model.Model, isCompatible);
    }

    private static Secret SecretOf(Credential credential) => credential switch
    {
        Credential.ApiKey (var key) => key,
        Credential.Token { Value: var token } => token,
        Credential.OAuth { Access: var access } => access,
        _ => null,
    } ?? throw new InvalidOperationException("The resolver chooses no credential without a secret.");
}
