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

    /// <summary>The address is by OpenAI's API reference.</summary>
    public static readonly VendorApi Spoken = new(Api, ProviderId.Parse("openai"), new Uri("https://api.openai.com/v1"));

    /// <summary>Not the SDK's type itself: a field of that would load its assembly at the start.</summary>
    private readonly Lazy<Func<PinnedCall, string, bool, IChatClient>> _open = new(() => new OpenAISdk(socket).Open);

    public IReadOnlyList<StoredCredential> BuiltInCredentials => [];

    public bool Serves(ProviderId provider) => Spoken.IsSpokenBy(provider, settings.Catalog.FindEndpoint(provider));

    public IChatClient CreateClient(ModelRef model, AuthProfile profile, ProviderEndpoint? endpoint, SendPermit permit)
    {
        var address = Spoken.AddressOf(profile.Provider, endpoint);
        var isCompatible = EndpointOrigin.Of(Spoken.Vendor, address) is not null;
        return _open.Value(CallOf(address, profile, permit), model.Model, isCompatible);
    }

    /// <summary>How it wants to be shown a credential.</summary>
    public static PinnedCall CallOf(Uri address, AuthProfile profile, SendPermit permit) =>
        new(address, profile, CredentialHeader.Bearer(SecretOf(profile.Credential)), permit) { Reader = static answer => new KnownReasons(answer) };

    private static Secret SecretOf(Credential credential) => credential switch
    {
        Credential.ApiKey (var key) => key,
        Credential.Token { Value: var token } => token,
        Credential.OAuth { Access: var access } => access,
        _ => null,
    } ?? throw new InvalidOperationException("The resolver chooses no credential without a secret.");
}
