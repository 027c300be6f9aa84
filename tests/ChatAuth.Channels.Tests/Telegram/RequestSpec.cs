using System.Text.Json;
using ChatAuth.Testing;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>Holds requests against the machine-readable copy of the Bot API that lies beside the repository.</summary>
internal sealed class RequestSpec(JsonElement root)
{
    private const string Path = "../shared/specs/telegram-bot-api.json";

    /// <summary>The copy; without it the test is skipped.</summary>
    public static RequestSpec Read()
    {
        if (!File.Exists(Repository.PathOf(Path))) Assert.Ignore($"Needs the Bot API's specification at {Path}");
        return new RequestSpec(JsonElement.Parse(Repository.Read(Path)));
    }

    /// <summary>What is wrong with a request's parameters.</summary>
    public IEnumerable<string> FaultsOf(string method, JsonElement body) => FaultsIn(root.GetProperty("methods").GetProperty(method), body, method);

    private IEnumerable<string> FaultsIn(JsonElement shape, JsonElement value, string where)
    {
        var fields = shape.TryGetProperty("fields", out var list) ? list.EnumerateArray().ToDictionary(field => field.GetProperty("name").GetString()!) : [];
        foreach (var (name, field) in fields)
        {
            if (field.GetProperty("required").GetBoolean() && !value.TryGetProperty(name, out _)) yield return $"{where}.{name} is missing";
        }
        foreach (var property in value.EnumerateObject())
        {
            if (!fields.TryGetValue(property.Name, out var field)) yield return $"{where}.{property.Name} is unknown";
            else if (!field.GetProperty("types").EnumerateArray().Any(type => Fits(type.GetString()!, property.Value))) yield return $"{where}.{property.Name} has the wrong type";
        }
    }

    private bool Fits(string type, JsonElement value) => type switch
    {
        "Integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "String" => value.ValueKind is JsonValueKind.String,
        "Boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ when type.StartsWith("Array of ", StringComparison.Ordinal) => value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(item => Fits(type["Array of ".Length..], item)),
        _ => value.ValueKind is JsonValueKind.Object && FitsObject(root.GetProperty("types").GetProperty(type), type, value),
    };

    private bool FitsObject(JsonElement shape, string type, JsonElement value) =>
        shape.TryGetProperty("subtypes", out var subtypes) ? subtypes.EnumerateArray().Any(one => Fits(one.GetString()!, value)) : !FaultsIn(shape, value, type).Any();
}
