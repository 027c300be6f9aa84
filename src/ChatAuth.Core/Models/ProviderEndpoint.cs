using System.Diagnostics.CodeAnalysis;

namespace ChatAuth.Core.Models;

/// <summary>Where a provider is reached, when the configuration says so.</summary>
/// <param name="Provider">The vendor.</param>
/// <param name="BaseUrl">Base address; null is the vendor's own.</param>
/// <param name="Api">The kind of API spoken there, such as <c>anthropic-messages</c>; null is the vendor's own.</param>
public sealed record ProviderEndpoint(ProviderId Provider, Uri? BaseUrl, string? Api)
{
    /// <summary>
    /// Reads a base address, which decides where keys are sent: absolute https, or http on this machine, and nothing but scheme, host, port and path.
    /// </summary>
    public static bool TryParseAddress(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out Uri address) =>
        Uri.TryCreate(text.ToString(), UriKind.Absolute, out address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0
        && text.IndexOfAny("?#") < 0;
}
