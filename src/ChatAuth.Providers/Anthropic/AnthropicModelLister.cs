using System.Text.Json;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.Wire;

namespace ChatAuth.Providers.Anthropic;

/// <summary>Asks for the list of models as Anthropic's public API reference says: <c>GET /v1/models</c>, in pages.</summary>
internal sealed class AnthropicModelLister(ChatAuthSettings settings, VendorSocket socket) : IModelLister
{
    /// <summary>The most that the reference allows.</summary>
    private const string Page = "/v1/models?limit=1000";

    public bool Serves(ProviderId provider) => AnthropicProvider.Api.IsSpokenBy(provider, settings.Catalog.FindEndpoint(provider));

    public Task<OfferedModels> ListAsync(AuthProfile profile, ProviderEndpoint? endpoint, CancellationToken cancellationToken)
    {
        var address = AnthropicProvider.Api.AddressOf(profile.Provider, endpoint);
        var first = address.AbsoluteUri.TrimEnd('/') + Page;
        return VendorList.FetchAsync(
            socket, () => AnthropicCall.Of(address, profile, SendPermit.For(profile, endpoint, socket.Time)), new Uri(first), "display_name", root => Next(first, root), cancellationToken);
    }

    private static Uri? Next(string first, JsonElement root) =>
        root.TryGetProperty("has_more", out var more) && more.ValueKind is JsonValueKind.True && VendorList.Text(root, "last_id") is { Length: > 0 } last
            ? new Uri($"{first}&after_id={Uri.EscapeDataString(last)}")
            : null;
}
