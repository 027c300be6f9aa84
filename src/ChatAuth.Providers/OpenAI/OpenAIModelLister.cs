using ChatAuth.Core.Chat;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.Wire;

namespace ChatAuth.Providers.OpenAI;

/// <summary>
/// Asks for the list of models as OpenAI's API reference says, <c>GET models</c> below the base address, and as what is compatible with it answers: Ollama and LM Studio
/// with the same fields, OpenRouter with names for people besides.
/// </summary>
internal sealed class OpenAIModelLister(ChatAuthSettings settings, VendorSocket socket) : IModelLister
{
    public bool Serves(ProviderId provider) => OpenAIProvider.Spoken.IsSpokenBy(provider, settings.Catalog.FindEndpoint(provider));

    public Task<OfferedModels> ListAsync(AuthProfile profile, ProviderEndpoint? endpoint, CancellationToken cancellationToken)
    {
        var address = OpenAIProvider.Spoken.AddressOf(profile.Provider, endpoint);
        var models = new Uri($"{address.AbsoluteUri.TrimEnd('/')}/models");
        return VendorList.FetchAsync(socket, () => OpenAIProvider.CallOf(address, profile, SendPermit.For(profile, endpoint, socket.Time)), models, "name", _ => null, cancellationToken);
    }
}
