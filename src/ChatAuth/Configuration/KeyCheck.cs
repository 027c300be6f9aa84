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
    public static Dictionary<string, string?> Accept(IEnumerable<KeyValuePair<string, string?>> leaves, List<string> problems)
    {
        var accepted = new Dictionary<string, string?>();
        foreach (var (path, value) in leaves)
        {
            var keys = path.Split(':');
            var pattern = string.Join(':', keys.Select(key => ConfigurationNode.IsIndex(key) ? "*" : key));
            if (FindFault(pattern, value) is { } fault) problems.Add($"{Show(keys)}: {fault}");
            else if (value is not null) accepted[IsEmptyList(pattern, value) ? $"{path}:0:0" : path] = value;
        }
        return accepted;
    }

    private static string? FindFault(string pattern, string? value) => pattern switch
    {
        _ when KnownKeys.Sections.Contains(pattern) && !string.IsNullOrEmpty(value) => "must not be a text: keys or entries stand below it",
        _ when KnownKeys.Sections.Contains(pattern) || (value is null && IsKey(pattern)) => IsEntry(pattern) ? "must not be empty" : null,
        _ when KnownKeys.Numbers.Contains(pattern) => IsNumber(value) ? null : "must be a number",
        _ when KnownKeys.WholeNumbers.Contains(pattern) => IsWholeNumber(value) ? null : "must be a whole number",
        _ when KnownKeys.Flags.Contains(pattern) => bool.TryParse(value, out _) ? null : "must be true or false",
        _ => IsKey(pattern) ? null : "must not be here: there is no such key",
    };

    private static bool IsKey(string pattern) =>
        KnownKeys.Texts.Contains(pattern) || KnownKeys.Numbers.Contains(pattern) || KnownKeys.WholeNumbers.Contains(pattern) || KnownKeys.Flags.Contains(pattern);

    private static bool IsNumber(string? value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static bool IsWholeNumber(string? value) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>
    /// The binder passes over an empty list, and then "nobody" would be "everyone". With something inside that has no value of its own
    /// it makes the list and puts nothing in.
    /// </summary>
    private static bool IsEmptyList(string pattern, string value) =>
        value.Length == 0 && KnownKeys.Texts.Contains(pattern + ":*");

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
        return text.Length == 0 ? ConfigurationLayers.Section : text.ToString();
    }

    /// <summary>A key is shown when it looks like one.</summary>
    private static string Show(string key) => key.Length <= 40 && key.All(char.IsAsciiLetter) ? key : "(a key)";
}
