using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Telegram;

/// <summary>The machine readable Bot API: holds requests and objects against it. Thread-safe.</summary>
public sealed class TelegramSpec
{
    private const string ArrayOf = "Array of ";

    private readonly Dictionary<string, SpecEntry> _methods;
    private readonly Dictionary<string, SpecEntry> _types;

    private TelegramSpec(JsonElement root)
    {
        _methods = Entries(root.GetProperty("methods"), StringComparer.OrdinalIgnoreCase);
        _types = Entries(root.GetProperty("types"), StringComparer.Ordinal);
    }

    /// <summary>The specification beside the repository; null where there is none: then nothing is checked, and who relies on it says so.</summary>
    public static TelegramSpec? Find() => Beside.Value;

    private static Lazy<TelegramSpec?> Beside { get; } = new(() =>
        Repository.PathOf("../shared/specs/telegram-bot-api.json") is var path && File.Exists(path) ? Parse(File.ReadAllText(path)) : null);

    public static TelegramSpec Parse(string json) => new(JsonDocument.Parse(json).RootElement);

    /// <summary>What is wrong with the parameters of a method; empty for nothing.</summary>
    public IReadOnlyList<string> CheckMethod(string method, JsonObject body) =>
        _methods.TryGetValue(method, out var entry) ? [.. CheckFields(method, entry, body)] : [$"{method}: no such method"];

    /// <summary>What is wrong with an object of a type; empty for nothing.</summary>
    public IReadOnlyList<string> CheckType(string type, JsonNode? value) => [.. Check(type, type, value)];

    private IEnumerable<string> Check(string path, string type, JsonNode? value)
    {
        if (type.StartsWith(ArrayOf, StringComparison.Ordinal))
        {
            return value is JsonArray items
                ? items.SelectMany((item, index) => Check($"{path}[{index}]", type[ArrayOf.Length..], item))
                : [$"{path}: not an array"];
        }
        if (_types.TryGetValue(type, out var entry)) return CheckObject(path, entry, value);
        return IsPrimitive(type, value) ? [] : [$"{path}: not of type {type}"];
    }

    private IEnumerable<string> CheckObject(string path, SpecEntry entry, JsonNode? value)
    {
        if (entry.Subtypes.Count > 0) return CheckAny(path, entry.Subtypes, value);
        if (value is not JsonObject fields) return [$"{path}: not an object"];
        return CheckFields(path, entry, fields);
    }

    private IEnumerable<string> CheckFields(string path, SpecEntry entry, JsonObject fields)
    {
        foreach (var name in entry.Required.Where(name => !fields.ContainsKey(name))) yield return $"{path}: lacks {name}";
        foreach (var (name, value) in fields)
        {
            var defects = entry.Fields.TryGetValue(name, out var types) ? CheckAny($"{path}.{name}", types, value) : [$"{path}: unknown {name}"];
            foreach (var defect in defects) yield return defect;
        }
    }

    /// <summary>Of several types, the one that fits best speaks.</summary>
    private IReadOnlyList<string> CheckAny(string path, IReadOnlyList<string> types, JsonNode? value) =>
        types.Select(type => Check(path, type, value).ToList()).MinBy(defects => defects.Count)!;

    private static bool IsPrimitive(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("String", JsonValueKind.String) or ("Boolean", JsonValueKind.True or JsonValueKind.False) or ("Float", JsonValueKind.Number) => true,
        ("Integer", JsonValueKind.Number) => long.TryParse(value!.ToJsonString(), out _),
        _ => false,
    };

    private static Dictionary<string, SpecEntry> Entries(JsonElement list, StringComparer names) =>
        list.EnumerateObject().ToDictionary(entry => entry.Name, entry => SpecEntry.Read(entry.Value), names);
}
