using System.Text.Json;
using ChatAuth.Testing;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>What the machine-readable description of the Bot API says against a value. It lies beside the repository, not in it.</summary>
internal sealed class UpdateSpec
{
    private readonly JsonElement _types;

    private UpdateSpec(JsonElement types) => _types = types;

    /// <summary>The description; a reported skip where it is not there.</summary>
    public static UpdateSpec Load()
    {
        var path = Repository.PathOf("../shared/specs/telegram-bot-api.json");
        if (!File.Exists(path)) Assert.Ignore("Needs the description of the Bot API: put telegram-bot-api.json into ../shared/specs.");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return new UpdateSpec(document.RootElement.GetProperty("types").Clone());
    }

    public IReadOnlyList<string> Faults(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Faults(document.RootElement, "Update", "update")];
    }

    private IEnumerable<string> Faults(JsonElement value, string type, string at)
    {
        const string ArrayOf = "Array of ";
        if (type.StartsWith(ArrayOf, StringComparison.Ordinal))
        {
            return value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().SelectMany((item, index) => Faults(item, type[ArrayOf.Length..], $"{at}[{index}]"))
                : [$"{at}: no array"];
        }
        var fits = type switch
        {
            "Integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "Float" => value.ValueKind == JsonValueKind.Number,
            "String" => value.ValueKind == JsonValueKind.String,
            "Boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "True" => value.ValueKind == JsonValueKind.True,
            _ => (bool?)null,
        };
        return fits is null ? FaultsOfObject(value, type, at) : fits.Value ? [] : [$"{at}: no {type}"];
    }

    private IEnumerable<string> FaultsOfObject(JsonElement value, string type, string at)
    {
        var described = _types.GetProperty(type);
        if (described.TryGetProperty("subtypes", out var subtypes))
        {
            var tried = subtypes.EnumerateArray().Select(subtype => Faults(value, subtype.GetString()!, at).ToList()).ToList();
            return tried.Any(faults => faults.Count == 0) ? [] : tried.MinBy(faults => faults.Count)!;
        }
        if (value.ValueKind != JsonValueKind.Object) return [$"{at}: no {type}"];
        var fields = described.TryGetProperty("fields", out var listed) ? listed.EnumerateArray().ToList() : [];
        var missing = fields
            .Where(field => field.GetProperty("required").GetBoolean() && !value.TryGetProperty(field.GetProperty("name").GetString()!, out _))
            .Select(field => $"{at}: {field.GetProperty("name").GetString()} is missing");
        return missing.Concat(value.EnumerateObject().SelectMany(property => FaultsOfField(property, fields, at)));
    }

    private IEnumerable<string> FaultsOfField(JsonProperty property, List<JsonElement> fields, string at)
    {
        var field = fields.Find(field => field.GetProperty("name").GetString() == property.Name);
        if (field.ValueKind == JsonValueKind.Undefined) return [$"{at}: no field {property.Name}"];
        var tried = field.GetProperty("types").EnumerateArray()
            .Select(type => Faults(property.Value, type.GetString()!, $"{at}.{property.Name}").ToList()).ToList();
        return tried.Any(faults => faults.Count == 0) ? [] : tried.MinBy(faults => faults.Count)!;
    }
}
