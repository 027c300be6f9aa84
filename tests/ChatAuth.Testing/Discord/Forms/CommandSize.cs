using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Discord.Forms;

/// <summary>The characters of a command that count: names, descriptions and values of it, its options and their choices.</summary>
internal static class CommandSize
{
    public static int Of(JsonObject part) =>
        Length(part["name"]) + Length(part["description"]) + Length(part["value"]) + Of(part["options"]) + Of(part["choices"]);

    private static int Of(JsonNode? parts) => (parts as JsonArray)?.OfType<JsonObject>().Sum(Of) ?? 0;

    private static int Length(JsonNode? text) => text is null ? 0 : $"{text}".Length;
}
