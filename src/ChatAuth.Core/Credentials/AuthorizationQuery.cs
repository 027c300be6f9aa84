namespace ChatAuth.Core.Credentials;

/// <summary>The parameters of an address.</summary>
internal static class AuthorizationQuery
{
    private const int Longest = 16 * 1024;

    /// <summary>What an address carries behind its question mark; null when it carries nothing, too much, or a name twice (RFC 6749, 3.1).</summary>
    public static Dictionary<string, string>? Read(string address)
    {
        var start = address.IndexOf('?') + 1;
        if (start == 0 || address.Length > Longest) return null;
        var end = address.IndexOf('#', start);
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in address[start..(end < 0 ? address.Length : end)].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = field.Split('=', 2);
            if (!all.TryAdd(TextOf(parts[0]), parts.Length == 2 ? TextOf(parts[1]) : "")) return null;
        }
        return all;
    }

    /// <summary>Adds parameters to an address that may have some already.</summary>
    public static Uri Add(Uri address, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var text = new System.Text.StringBuilder(address.AbsoluteUri);
        var separator = address.Query.Length == 0 ? '?' : '&';
        foreach (var (name, value) in fields)
        {
            text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        return new Uri(text.ToString());
    }

    private static string TextOf(string escaped) => Uri.UnescapeDataString(escaped.Replace('+', ' '));
}
