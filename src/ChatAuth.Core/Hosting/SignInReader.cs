using System.Diagnostics.CodeAnalysis;
using System.Net;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Hosting;

/// <summary>Reads <c>Auth:OAuth</c> and <c>Auth:Imports</c>.</summary>
internal static class SignInReader
{
    private const int MostGrace = 3600;

    /// <summary>A query may stand in it: some issuers have one.</summary>
    private static readonly TextForm<Uri> Address = new("an absolute https address, or http on this machine, without user and fragment", TryParseAddress);

    private static readonly TextForm<string> Scope = new("a scope: printable ASCII without spaces, quotes and backslashes", TryParseScope);

    public static Dictionary<ProviderId, OAuthSettings> ReadOAuth(IList<OAuthOptions>? entries, SettingsProblems problems)
    {
        var all = new Dictionary<ProviderId, OAuthSettings>();
        var seen = new HashSet<string>();
        for (var index = 0; index < entries?.Count; index++)
        {
            var entry = entries[index];
            var path = $"Auth:OAuth[{index}]";
            string? client = null;
            if (!string.IsNullOrEmpty(entry.ClientId)) problems.TryRead($"{path}.ClientId", entry.ClientId, Scope, out client);
            if (entry.RedirectPort is < 0 or > IPEndPoint.MaxPort) problems.Add($"{path}.RedirectPort", "must be a port, or 0 for a free one");
            if (entry.GraceSeconds is < 0 or > MostGrace) problems.Add($"{path}.GraceSeconds", $"must be 0 to {MostGrace} seconds");
            var settings = new OAuthSettings(default)
            {
                ClientId = client,
                AuthorizeUrl = ReadAddress($"{path}.AuthorizeUrl", entry.AuthorizeUrl, problems),
                TokenUrl = ReadAddress($"{path}.TokenUrl", entry.TokenUrl, problems),
                IdentityUrl = ReadAddress($"{path}.IdentityUrl", entry.IdentityUrl, problems),
                Scopes = problems.ReadList($"{path}.Scopes", entry.Scopes, Scope),
                RedirectPort = entry.RedirectPort,
                Grace = TimeSpan.FromSeconds(entry.GraceSeconds),
            };
            if (problems.TryReadUnique($"{path}.Provider", entry.Provider, TextForm.Provider, seen, out var provider))
                all.Add(provider, settings with { Provider = provider });
        }
        return all;
    }

    public static Dictionary<string, ImportSettings> ReadImports(IList<ImportOptions>? entries, SettingsProblems problems)
    {
        var all = new Dictionary<string, ImportSettings>();
        var seen = new HashSet<string>();
        for (var index = 0; index < entries?.Count; index++)
        {
            var entry = entries[index];
            if (problems.TryReadUnique($"Auth:Imports[{index}].Id", entry.Id, TextForm.Name, seen, out var name))
                all.Add(name, new ImportSettings(name, entry.Accepted, entry.Removed, entry.Refresh));
        }
        return all;
    }

    private static Uri? ReadAddress(string path, string? text, SettingsProblems problems)
    {
        if (string.IsNullOrEmpty(text)) return null;
        problems.TryRead(path, text, Address, out var address);
        return address;
    }

    private static bool TryParseAddress(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out Uri address) =>
        Uri.TryCreate(text.ToString(), UriKind.Absolute, out address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0
        && !text.Contains('#');

    /// <summary>RFC 6749, 3.3.</summary>
    private static bool TryParseScope(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out string scope)
    {
        scope = text.ToString();
        foreach (var c in text)
        {
            if (c is < '!' or > '~' or '"' or '\\') return false;
        }
        return text.Length is > 0 and <= 200;
    }
}
