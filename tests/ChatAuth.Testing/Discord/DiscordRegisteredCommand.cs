using System.Text.Json;
using System.Text.Json.Nodes;
using ChatAuth.Testing.Discord.Forms;

namespace ChatAuth.Testing.Discord;

/// <summary>A registered command, and what a person's client makes of it.</summary>
internal sealed class DiscordRegisteredCommand(DiscordWorld world, string id, string version, string? guildId, JsonObject definition)
{
    private const int Text = 3;
    private const int Boolean = 5;

    public string Id => id;

    public string Name { get; } = $"{definition["name"]}";

    private IReadOnlyList<int> IntegrationTypes => Numbers("integration_types") ?? world.Options.IntegrationTypes;

    /// <summary>As Discord lists it.</summary>
    public JsonObject Json
    {
        get
        {
            var json = definition.DeepClone().AsObject();
            json["id"] = id;
            json["application_id"] = world.Options.ApplicationId;
            json["version"] = version;
            json["type"] ??= 1;
            json["default_member_permissions"] ??= null;
            json["nsfw"] ??= false;
            if (guildId is not null) json["guild_id"] = guildId;
            else json["integration_types"] ??= new JsonArray([.. IntegrationTypes.Select(type => (JsonNode)type)]);
            return json;
        }
    }

    public bool IsOfferedTo(FakeDiscordUser person, FakeDiscordChannel channel) =>
        (guildId is null || channel.Guild?.Id == guildId)
        && (Numbers("contexts")?.Contains(channel.Context) ?? true)
        && OwnersFor(person, channel).Count > 0;

    public IReadOnlyDictionary<string, string> OwnersFor(FakeDiscordUser person, FakeDiscordChannel channel) =>
        OwnersFor(person, channel, guildId is null ? IntegrationTypes : [0]);

    /// <summary>
    /// Who installed the application as somebody uses it somewhere: a guild under 0, a person under 1; in its own direct messages 0
    /// stands for no guild.
    /// </summary>
    public static IReadOnlyDictionary<string, string> OwnersFor(FakeDiscordUser person, FakeDiscordChannel channel, IReadOnlyList<int> types)
    {
        var owners = new Dictionary<string, string>();
        if (types.Contains(0) && channel.HasBot) owners["0"] = channel.Guild?.Id ?? "0";
        if (types.Contains(1) && person.HasInstalled) owners["1"] = person.Id;
        return owners;
    }

    /// <summary>What is filled in, as the client sends it.</summary>
    /// <exception cref="InvalidOperationException">The client would not.</exception>
    public JsonObject DataOf(IReadOnlyList<(string Name, object Value)> filled, string? typing = null, string partial = "")
    {
        var options = new JsonArray([.. filled.Select(option => (JsonNode)Option(option.Name, option.Value))]);
        if (typing is not null) options.Add(Typing(typing, partial));
        else if (Options.FirstOrDefault(IsMissing) is { } missing) throw Refused($"'{missing["name"]}' is required");
        var data = new JsonObject { ["id"] = id, ["name"] = Name, ["type"] = 1 };
        if (options.Count > 0) data["options"] = options;
        if (guildId is not null) data["guild_id"] = guildId;
        return data;

        bool IsMissing(JsonObject option) => DiscordForm.IsTrue(option, "required") && filled.All(given => given.Name != $"{option["name"]}");
    }

    private IEnumerable<JsonObject> Options => (definition["options"] as JsonArray ?? []).OfType<JsonObject>();

    private JsonObject Option(string name, object value)
    {
        var option = Find(name);
        var type = option["type"]!.GetValue<int>();
        if (type != value switch { string => Text, bool => Boolean, _ => 0 }) throw Refused($"'{name}' takes no {value.GetType().Name}");
        if (value is string text && text.Length > (option["max_length"]?.GetValue<int>() ?? int.MaxValue))
        {
            throw Refused($"'{name}' is too long");
        }
        if (value is "") throw Refused($"'{name}' is empty");
        return new JsonObject { ["name"] = name, ["type"] = type, ["value"] = JsonSerializer.SerializeToNode(value) };
    }

    private JsonObject Typing(string name, string partial)
    {
        var option = Find(name);
        if (!DiscordForm.IsTrue(option, "autocomplete")) throw Refused($"'{name}' is not completed");
        return new JsonObject { ["name"] = name, ["type"] = option["type"]!.GetValue<int>(), ["value"] = partial, ["focused"] = true };
    }

    private JsonObject Find(string name) =>
        Options.FirstOrDefault(option => $"{option["name"]}" == name) ?? throw Refused($"no option '{name}'");

    private InvalidOperationException Refused(string why) => new($"/{Name}: {why}.");

    private List<int>? Numbers(string field) => (definition[field] as JsonArray)?.Select(number => number!.GetValue<int>()).ToList();
}
