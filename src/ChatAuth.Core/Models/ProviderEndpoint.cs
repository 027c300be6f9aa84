namespace ChatAuth.Core.Models;

/// <summary>Where a provider is reached, when the configuration says so.</summary>
/// <param name="Provider">The vendor.</param>
/// <param name="BaseUrl">Base address; null is the vendor's own.</param>
/// <param name="Api">The kind of API spoken there, such as <c>anthropic-messages</c>; null is the vendor's own.</param>
public sealed record ProviderEndpoint(ProviderId Provider, Uri? BaseUrl, string? Api);
