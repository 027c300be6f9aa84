using System.Globalization;
using System.Text;

namespace ChatAuth.Configuration;

/// <summary>
/// Compares what is written with the keys there are. The binder would pass over a misspelt key in silence, and a misspelt
/// <c>Effect</c> makes an allow of a deny; what it does refuse, it repeats, and that could be a secret.
/// </summary>
internal static class KeyCheck
{
    /// <summary>The leaves that can be bound; what is wrong with the others is added to the problems.</summary>
    public static Dictionary<string, string?> Accept(IEnumerable<KeyValuePair<string, string?>> leaves, ICollection<string> problems)
    {
        var accepted = new Dictionary<string, string?>();
        foreach (var (path, value) in leaves)
        {
            var keys = path.Split(':');
            var pattern = string.Join(':', keys.Select(key => ConfigurationNode.IsIndex(key) ? "*" : key));
            if (FindFault(pattern, value) is { } fault) problems.Add($"{(path.Length == 0 ? ConfigurationLayers.Section : Show(keys))}: {fault}");
            else if (value is not null) accepted[IsEmptyList(pattern, value) ? $"{path}:0:0" : path] = value;
        }
        return accepted;
    }

    private static string? FindFault(string pattern, string? value)
    {
        if (KnownKeys.All.TryGetValue(pattern, out var kind)) return FindFault(kind, pattern, value);
        if (!KnownKeys.Sections.Contains(pattern)) return "must not be here: there is no such key";
        if (!string.IsNullOrEmpty(value)) return "must not be a text: keys or entries stand below it";
        return IsEntry(pattern) ? "must not be empty" : null;
    }

    private static string? FindFault(KeyKind kind, string pattern, string? value) => kind switch
    {
        _ when value is null => IsEntry(pattern) ? "must not be empty" : null,
        KeyKind.Number when !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => "must be a number",
        KeyKind.Flag when !bool.TryParse(value, out _) => "must be true or false",
        _ => null,
    };

    /// <summary>
    /// The binder passes over an empty list, and then "nobody" would be "everyone". With something inside that has no value of its own
    /// it makes the list and puts nothing in.
    /// </summary>
    private static bool IsEmptyList(string pattern, string value) => value.Length == 0 && KnownKeys.All.ContainsKey(pattern + ":*");

    private static bool IsEntry(string pattern) => pattern.EndsWith('*');

    private static string Show(string[] keys)
    {
        var text = new StringBuilder();
        var afterIndex = false;
        foreach (var key in keys)
        {
            var isIndex = ConfigurationNode.IsIndex(key);
            if (!isIndex && text.Length > 0) text.Append(afterIndex ? '.' : ':');
            text.Append(isIndex ? $"[{key}]" : Show(key));
            afterIndex |= isIndex;
        }
        return text.ToString();
    }

    /// <summary>A key is shown when it looks like one.</summary>
    private static string Show(string key) => key.Length <= 40 && key.All(char.IsAsciiLetter) ? key : "(a key)";
}
