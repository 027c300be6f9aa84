using System.Text.Json.Nodes;

namespace ChatAuth.Configuration;

/// <summary>A list of entries that were validated: each is an object, and the text under one of its keys says which.</summary>
internal static class EntryList
{
    public static JsonObject? FindEntry(this JsonArray entries, Predicate<string> fits, string idKey = "Id") =>
        entries.OfType<JsonObject>().FirstOrDefault(entry => entry[idKey] is JsonValue id && id.TryGetValue<string>(out var text) && fits(text));

    /// <summary>A new last entry.</summary>
    public static JsonObject AddEntry(this JsonArray entries, string id)
    {
        var entry = new JsonObject(entries.Options) { ["Id"] = id };
        entries.Add((JsonNode)entry);
        return entry;
    }
}
