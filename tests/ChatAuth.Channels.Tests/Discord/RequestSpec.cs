using System.Text.Json;
using System.Text.RegularExpressions;
using ChatAuth.Testing;

namespace ChatAuth.Channels.Tests.Discord;

/// <summary>Holds requests against the machine-readable copy of Discord's API that lies beside the repository. Reads as much of JSON Schema as that copy uses for them.</summary>
internal sealed class RequestSpec(JsonElement root)
{
    private const string Path = "../shared/specs/discord-openapi.json";

    /// <summary>The copy; without it the test is skipped.</summary>
    public static RequestSpec Read()
    {
        if (!File.Exists(Repository.PathOf(Path))) Assert.Ignore($"Needs Discord's specification at {Path}");
        return new RequestSpec(JsonElement.Parse(Repository.Read(Path)));
    }

    /// <summary>The operation of a method and a path; null when there is none.</summary>
    public JsonElement? Find(string method, string path) => root.GetProperty("paths").EnumerateObject()
        .Where(one => Regex.IsMatch(path, $"^/{Regex.Replace(one.Name.TrimStart('/'), "{[a-z_]+}", "[^/@]+")}$"))
        .Select(one => one.Value.TryGetProperty(method, out var operation) ? operation : (JsonElement?)null)
        .FirstOrDefault(operation => operation is not null);

    /// <summary>Whether a body is one that the operation takes.</summary>
    public IEnumerable<string> FaultsOf(JsonElement operation, JsonElement body) =>
        FaultsIn(operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema"), body, "body");

    private IEnumerable<string> FaultsIn(JsonElement shape, JsonElement value, string where)
    {
        if (shape.TryGetProperty("$ref", out var name)) return FaultsIn(root.GetProperty("components").GetProperty("schemas").GetProperty(name.GetString()!.Split('/')[^1]), value, where);
        if (Choices(shape, "anyOf") is { Count: > 0 } any) return FewestIn(any, value, where);
        if (Choices(shape, "oneOf") is { Count: > 0 } one && !shape.TryGetProperty("properties", out _)) return FewestIn(one, value, where);
        if (shape.TryGetProperty("const", out var only)) return only.ToString() == value.ToString() ? [] : [$"{where} is not {only}"];
        if (shape.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(known => known.ToString() == value.ToString())) return [$"{where} is none of the values"];
        if (shape.TryGetProperty("type", out var type) && !Types(type).Any(one => Fits(one, value))) return [$"{where} has the wrong type"];
        return value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(shape, value, where),
            JsonValueKind.Array => Bounds(shape, "Items", value.GetArrayLength(), where).Concat(value.EnumerateArray().SelectMany((item, at) => FaultsIn(shape.GetProperty("items"), item, $"{where}[{at}]"))),
            JsonValueKind.String => Bounds(shape, "Length", value.GetString()!.Length, where),
            _ => [],
        };
    }

    private IEnumerable<string> OfObject(JsonElement shape, JsonElement value, string where)
    {
        var known = shape.TryGetProperty("properties", out var properties) ? properties : JsonElement.Parse("{}");
        var missing = shape.TryGetProperty("required", out var required) ? required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)) : [];
        return missing.Select(name => $"{where}.{name} is missing").Concat(value.EnumerateObject().SelectMany(property =>
            known.TryGetProperty(property.Name, out var field) ? FaultsIn(field, property.Value, $"{where}.{property.Name}") : [$"{where}.{property.Name} is unknown"]));
    }

    private IEnumerable<string> FewestIn(IReadOnlyList<JsonElement> shapes, JsonElement value, string where) =>
        shapes.Select(shape => FaultsIn(shape, value, where).ToList()).MinBy(faults => faults.Count)!;

    private static IReadOnlyList<JsonElement> Choices(JsonElement shape, string kind) => shape.TryGetProperty(kind, out var list) ? [.. list.EnumerateArray()] : [];

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static IEnumerable<string> Bounds(JsonElement shape, string what, int count, string where) =>
        (shape.TryGetProperty($"min{what}", out var least) && count < least.GetInt32()) || (shape.TryGetProperty($"max{what}", out var most) && count > most.GetInt32())
            ? [$"{where} has {count}"] : [];

    private static bool Fits(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind is JsonValueKind.Null,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind is JsonValueKind.String,
        "array" => value.ValueKind is JsonValueKind.Array,
        _ => value.ValueKind is JsonValueKind.Object,
    };
}
