using System.Text;
using System.Text.Json.Nodes;
using ChatAuth.Core.Hosting;

namespace ChatAuth.Configuration;

/// <summary>One edit of <c>chatauth.json</c> in the making: it is decided against what is effective, and written into the file's own JSON.</summary>
internal sealed class StateFileDraft(LayeredConfiguration layers, JsonObject root)
{
    private readonly List<KeyValuePair<string, ConfigurationPlace>> _leftAlone = [];
    private readonly JsonObject _changes = [];

    /// <summary>The configuration as it is effective before.</summary>
    public ChatAuthOptions Effective { get; } = layers.Bind().Options;

    public IReadOnlyList<KeyValuePair<string, ConfigurationPlace>> LeftAlone => _leftAlone;

    public bool HasChanges => _changes.Count > 0;

    /// <summary>What was changed, as the file would have it.</summary>
    public string ShowChanges() => Encoding.UTF8.GetString(StateFileText.Write(_changes));

    /// <summary>Where that is said whose word on a key counts.</summary>
    public ConfigurationPlace? FindPlace(string key) => layers.FindPlace(key);

    public void LeaveAlone(string key, ConfigurationPlace place) => _leftAlone.Add(new(key, place));

    /// <summary>A copy of the list that is effective: the file's own, else what the layers below say, which the file would hide.</summary>
    /// <param name="key">The list's key.</param>
    /// <param name="effective">The same list as entries; used where it is not the file's own.</param>
    public JsonArray CopyList(string key, IEnumerable<JsonNode> effective) =>
        Find(key) is JsonArray own ? (JsonArray)own.DeepClone() : new JsonArray([.. effective]);

    /// <summary>Writes a value or a whole list, unless the environment would hide it.</summary>
    public void Set(string key, JsonNode value)
    {
        if (FindPlace(key) is ConfigurationPlace.Environment)
        {
            LeaveAlone(key, ConfigurationPlace.Environment);
            return;
        }
        if (JsonNode.DeepEquals(Find(key), value)) return;
        Write(_changes, key, value.DeepClone());
        Write(root, key, value);
    }

    private JsonNode? Find(string key) => PathOf(key).Aggregate((JsonNode?)root, (node, name) => (node as JsonObject)?[name]);

    private static void Write(JsonObject json, string key, JsonNode value)
    {
        var path = PathOf(key);
        foreach (var name in path[..^1])
        {
            if (json[name] is not JsonObject inside) json[name] = inside = new JsonObject(json.Options);
            json = inside;
        }
        json[path[^1]] = value;
    }

    private static string[] PathOf(string key) => [ConfigurationLayers.Section, .. key.Split(':')];
}
