using ChatAuth.Core.Models;

namespace ChatAuth.Core.Hosting;

/// <summary>Reads <c>Providers</c>.</summary>
internal static class EndpointReader
{
    private static readonly TextForm<Uri> Address = new(
        "an absolute https address, or http on this machine, without user, query and fragment", ProviderEndpoint.TryParseAddress);

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
}
