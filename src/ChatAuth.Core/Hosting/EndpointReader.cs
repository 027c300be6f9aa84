using System.Diagnostics.CodeAnalysis;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Hosting;

/// <summary>Reads <c>Providers</c>. An address decides where keys are sent, so it holds nothing but scheme, host, port and path.</summary>
internal static class EndpointReader
{
    private static readonly TextForm<Uri> Address = new(
        "an absolute https address, or http on this machine, without user, query and fragment", TryParseAddress);

    public static List<ProviderEndpoint> Read(IList<ProviderOptions>? entries, SettingsProblems problems)
    {
        var endpoints = new List<ProviderEndpoint>();
        var seen = new HashSet<string>();
        for (var index = 0; index < entries?.Count; index++)
        {
            var entry = entries[index];
            var path = $"Providers[{index}]";
            Uri? address = null;
            string? api = null;
            if (!string.IsNullOrEmpty(entry.BaseUrl)) problems.TryRead($"{path}.BaseUrl", entry.BaseUrl, Address, out address);
            if (!string.IsNullOrEmpty(entry.Api)) problems.TryRead($"{path}.Api", entry.Api, TextForm.Name, out api);
            if (problems.TryReadUnique($"{path}.Id", entry.Id, TextForm.Provider, seen, out var provider))
                endpoints.Add(new ProviderEndpoint(provider, address, api));
        }
        return endpoints;
    }

    private static bool TryParseAddress(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out Uri address) =>
        Uri.TryCreate(text.ToString(), UriKind.Absolute, out address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0
        && text.IndexOfAny("?#") < 0;
}
