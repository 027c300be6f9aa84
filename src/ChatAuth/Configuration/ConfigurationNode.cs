using Microsoft.Extensions.Configuration;

namespace ChatAuth.Configuration;

/// <summary>One place of a configuration layer: the value that is written there, or what stands below it.</summary>
/// <param name="Value">The text; null where only other places stand below, and for a JSON null.</param>
/// <param name="Children">What stands below, by key; case does not matter.</param>
internal sealed record ConfigurationNode(string? Value, IReadOnlyDictionary<string, ConfigurationNode> Children)
{
    /// <summary>A layer that says nothing.</summary>
    public static ConfigurationNode Nothing { get; } = new(null, new Dictionary<string, ConfigurationNode>());

    private bool IsList => Children.Count > 0 && Children.Keys.All(IsIndex);

    private bool IsEmpty => Children.Count == 0 && string.IsNullOrEmpty(Value);

    /// <summary>What one provider holds at a path and below it.</summary>
    public static ConfigurationNode Read(IConfigurationProvider provider, string path)
    {
        var keys = provider.GetChildKeys([], path).Distinct(StringComparer.OrdinalIgnoreCase);
        provider.TryGet(path, out var value);
        return new(value, keys.ToDictionary(key => key, key => Read(provider, $"{path}:{key}"), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>What a section holds, whatever it is made of.</summary>
    public static ConfigurationNode Read(IConfigurationSection section) => new(
        section.Value,
        section.GetChildren().ToDictionary(child => child.Key, Read, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a key is a position in a list.</summary>
    public static bool IsIndex(string key) => key.Length > 0 && key.All(char.IsAsciiDigit);

    /// <summary>The value at a path; null where none is.</summary>
    public string? Find(params ReadOnlySpan<string> path) => FindNode(path)?.Value;

    /// <summary>What this layer says at a path, be it a JSON null; null where it says nothing.</summary>
    public ConfigurationNode? FindNode(params ReadOnlySpan<string> path) => path is [var key, .. var rest]
        ? Children.TryGetValue(key, out var child) ? child.FindNode(rest) : null
        : this;

    /// <summary>This layer with another one over it. A list, an empty one too, is taken whole from the upper layer.</summary>
    public ConfigurationNode Under(ConfigurationNode upper)
    {
        if (upper.IsList || Children.Count == 0) return upper;
        if (upper.IsEmpty) return IsList ? upper : this;
        var merged = Children.ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, child) in upper.Children)
        {
            merged[key] = Children.TryGetValue(key, out var lower) ? lower.Under(child) : child;
        }
        return new(upper.Value ?? Value, merged);
    }

    /// <summary>Every place that holds a value, or nothing at all, with its path.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Leaves(string path = "")
    {
        if (Value is not null || Children.Count == 0) yield return new(path, Value);
        foreach (var (key, child) in Children)
        {
            foreach (var leaf in child.Leaves(path.Length == 0 ? key : $"{path}:{key}")) yield return leaf;
        }
    }
}
