using ChatAuth.Core.Models;

namespace ChatAuth.Providers.Wire;

/// <summary>A kind of API: its vendor speaks it at an address of its own, others where the configuration says so.</summary>
/// <param name="Name">What <c>Providers[].Api</c> calls it.</param>
/// <param name="Vendor">Whose it is.</param>
/// <param name="Own">The vendor's own address.</param>
internal sealed record VendorApi(string Name, ProviderId Vendor, Uri Own)
{
    /// <summary>Whether a provider with this configuration is called by it.</summary>
    public bool IsSpokenBy(ProviderId provider, ProviderEndpoint? endpoint) =>
        provider == Vendor ? endpoint?.Api is null || endpoint.Api == Name : endpoint is { BaseUrl: not null } && endpoint.Api == Name;

    /// <summary>Where a provider is called.</summary>
    public Uri AddressOf(ProviderId provider, ProviderEndpoint? endpoint) =>
        endpoint?.BaseUrl ?? (provider == Vendor ? Own : throw new ArgumentException("Nobody says where it is.", nameof(endpoint)));
}
