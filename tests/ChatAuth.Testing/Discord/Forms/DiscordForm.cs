using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Forms;

/// <summary>Collects what is wrong with a body, in the tree in which Discord tells it.</summary>
/// <param name="root">Where in the body the form stands; empty for all of it.</param>
internal sealed class DiscordForm(string root = "")
{
    private readonly JsonObject _errors = [];

    /// <summary>Ends a form with one error.</summary>
    [DoesNotReturn]
    public static void Refuse(string path, string code, string message)
    {
        var form = new DiscordForm();
        form.Add(path, code, message);
        throw DiscordRefusal.InvalidForm(form._errors);
    }

    public void Add(string path, string code, string message)
    {
        var node = _errors;
        foreach (var part in $"{root}.{path}".Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node[part] is not JsonObject inner) node[part] = inner = [];
            node = inner;
        }
        if (node["_errors"] is not JsonArray errors) node["_errors"] = errors = [];
        errors.Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    /// <summary>A text of a length; null where it is absent or wrong.</summary>
    public string? Text(JsonObject body, string name, string path, int min, int max, bool required = false)
    {
        var at = $"{path}.{name}";
        if (body[name] is not { } node)
        {
            if (required) Required(at);
            return null;
        }
        if (node is not JsonValue value || !value.TryGetValue(out string? text))
        {
            Add(at, "STRING_TYPE_CONVERT", $"Could not interpret \"{node}\" as string.");
            return null;
        }
        if (text.Length >= min && text.Length <= max) return text;
        if (min > 0) Add(at, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        else Add(at, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
        return null;
    }

    /// <summary>A number; 0 where it is absent or none.</summary>
    public static int Number(JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue(out int number) ? number : 0;

    /// <summary>False where it is absent or no boolean.</summary>
    public static bool IsTrue(JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue(out bool isTrue) && isTrue;

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    /// <summary>The objects of a list; a wrong length is an error.</summary>
    public IReadOnlyList<JsonObject> Objects(JsonNode? node, string path, int min, int max)
    {
        if (node is not JsonArray list)
        {
            if (node is not null || min > 0) Required(path);
            return [];
        }
        if (list.Count < min || list.Count > max) Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        return [.. list.Select((item, index) => item as JsonObject ?? Wrong($"{path}.{index}"))];
    }

    /// <exception cref="DiscordRefusal">Something is wrong.</exception>
    public void ThrowIfBad()
    {
        if (_errors.Count > 0) throw DiscordRefusal.InvalidForm(_errors);
    }

    private JsonObject Wrong(string path)
    {
        Add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        return [];
    }
}
