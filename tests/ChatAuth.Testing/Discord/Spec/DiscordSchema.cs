using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatAuth.Testing.Discord.Spec;

/// <summary>
/// The part of JSON Schema that the description uses. Of several ways to be right, the one that fits best speaks; formats are not judged.
/// </summary>
/// <param name="root">Where references begin.</param>
/// <param name="unknownIsWrong">A field that a schema does not list is a defect.</param>
internal sealed class DiscordSchema(JsonElement root, bool unknownIsWrong)
{
    /// <summary>A look-up reads through all of a long document.</summary>
    private readonly ConcurrentDictionary<string, JsonElement> _found = [];

    public IEnumerable<string> CheckNamed(string name, JsonNode? value) => Check(name, Follow($"#/components/schemas/{name}"), value);

    public IEnumerable<string> Check(string path, JsonElement schema, JsonNode? value)
    {
        if (schema.TryGetProperty("$ref", out var reference)) return Check(path, Follow(reference.GetString()!), value);
        if (schema.TryGetProperty("type", out var type) && !IsOfType(type, value)) return [$"{path}: not of type {type}"];
        return CheckValue(path, schema, value).Concat(CheckBranches(path, schema, value)).Concat(value switch
        {
            JsonObject fields => CheckObject(path, schema, fields),
            JsonArray items => CheckArray(path, schema, items),
            _ => [],
        });
    }

    private IEnumerable<string> CheckBranches(string path, JsonElement schema, JsonNode? value)
    {
        foreach (var name in new[] { "oneOf", "anyOf" }.Where(name => schema.TryGetProperty(name, out _)))
        {
            var best = schema.GetProperty(name).EnumerateArray()
                .Select(branch => (IsOfKind: IsOfKind(branch, value), Defects: Check(path, branch, value).ToList()))
                .OrderByDescending(branch => branch.IsOfKind)
                // Discord's unions are told apart by the field "type".
                .ThenBy(branch => branch.Defects.Any(defect => defect.StartsWith($"{path}.type:", StringComparison.Ordinal)))
                .ThenBy(branch => branch.Defects.Count).First().Defects;
            foreach (var defect in best) yield return defect;
        }
        if (!schema.TryGetProperty("allOf", out var all)) yield break;
        foreach (var defect in all.EnumerateArray().SelectMany(part => Check(path, part, value))) yield return defect;
    }

    private static IEnumerable<string> CheckValue(string path, JsonElement schema, JsonNode? value)
    {
        if (schema.TryGetProperty("const", out var constant) && !IsSame(constant, value)) yield return $"{path}: not {constant}";
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => IsSame(one, value)))
            yield return $"{path}: not one of {allowed}";
        if (value?.GetValueKind() is JsonValueKind.String)
        {
            var text = value.GetValue<string>();
            if (Bound(schema, "minLength") is { } min && text.Length < min) yield return $"{path}: shorter than {min}";
            if (Bound(schema, "maxLength") is { } max && text.Length > max) yield return $"{path}: longer than {max}";
            if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!)) yield return $"{path}: not like {pattern}";
        }
        if (value?.GetValueKind() is JsonValueKind.Number)
        {
            var number = double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
            if (Bound(schema, "minimum") is { } least && number < least) yield return $"{path}: less than {least}";
            if (Bound(schema, "maximum") is { } most && number > most) yield return $"{path}: more than {most}";
        }
    }

    private IEnumerable<string> CheckObject(string path, JsonElement schema, JsonObject fields)
    {
        var known = schema.TryGetProperty("properties", out var properties);
        var isOpen = schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind is JsonValueKind.Object;
        var others = isOpen ? additional : (JsonElement?)null;
        if (schema.TryGetProperty("required", out var required))
        {
            var missing = required.EnumerateArray().Select(name => name.GetString()!).Where(name => !fields.ContainsKey(name));
            foreach (var name in missing) yield return $"{path}: lacks {name}";
        }
        if (Bound(schema, "maxProperties") is { } most && fields.Count > most) yield return $"{path}: more than {most} fields";
        foreach (var (name, value) in fields)
        {
            var found = known && properties.TryGetProperty(name, out var property) ? property : others;
            if (found is { } inner)
            {
                foreach (var defect in Check($"{path}.{name}", inner, value)) yield return defect;
            }
            else if (known && unknownIsWrong || additional.ValueKind is JsonValueKind.False)
            {
                yield return $"{path}: unknown {name}";
            }
        }
    }

    private IEnumerable<string> CheckArray(string path, JsonElement schema, JsonArray items)
    {
        if (Bound(schema, "minItems") is { } min && items.Count < min) yield return $"{path}: fewer than {min}";
        if (Bound(schema, "maxItems") is { } max && items.Count > max) yield return $"{path}: more than {max}";
        var isSet = schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean();
        if (isSet && items.Select(item => item?.ToJsonString()).Distinct().Count() < items.Count)
        {
            yield return $"{path}: one item twice";
        }
        if (!schema.TryGetProperty("items", out var inner)) yield break;
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var defect in Check($"{path}[{i}]", inner, items[i])) yield return defect;
        }
    }

    /// <summary>Whether it is an object where the branch wants one, and so on: such a branch says best what is wrong inside.</summary>
    private bool IsOfKind(JsonElement branch, JsonNode? value) =>
        branch.TryGetProperty("$ref", out var reference)
            ? IsOfKind(Follow(reference.GetString()!), value)
            : !branch.TryGetProperty("type", out var type) || IsOfType(type, value);

    private JsonElement Follow(string reference) =>
        _found.GetOrAdd(reference, static (path, from) => path[2..].Split('/').Aggregate(from, (node, name) => node.GetProperty(name)), root);

    private static bool IsOfType(JsonElement type, JsonNode? value) => type.ValueKind is JsonValueKind.Array
        ? type.EnumerateArray().Any(one => IsOfType(one, value))
        : (type.GetString(), value?.GetValueKind() ?? JsonValueKind.Null) switch
        {
            ("null", JsonValueKind.Null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) => true,
            ("string", JsonValueKind.String) or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
            ("integer", JsonValueKind.Number) => long.TryParse(value!.ToJsonString(), out _),
            _ => false,
        };

    private static double? Bound(JsonElement schema, string name) => schema.TryGetProperty(name, out var bound) ? bound.GetDouble() : null;

    private static bool IsSame(JsonElement constant, JsonNode? value) =>
        value is not null && JsonNode.DeepEquals(JsonNode.Parse(constant.GetRawText()), value);
}
