using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatAuth.Configuration;

/// <summary>The JSON of <c>chatauth.json</c> as it is edited: keys keep their order and case does not matter to them.</summary>
/// <param name="Root">The whole object.</param>
/// <param name="Objection">Why a program must not write it anew; null where it may.</param>
internal sealed record StateFileText(JsonObject Root, string? Objection)
{
    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a text that the configuration accepted.</summary>
    /// <param name="bytes">The file; null when there is none.</param>
    public static StateFileText Parse(byte[]? bytes)
    {
        if (bytes is null) return new(new JsonObject(AnyCase), null);
        using var reader = new StreamReader(new MemoryStream(bytes));
        var text = reader.ReadToEnd();
        var root = JsonNode.Parse(text, AnyCase, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })!.AsObject();
        return new(root, HasComment(text) ? "it has comments" : HasJoinedKey(root) ? "a key in it is a path" : null);
    }

    /// <summary>JSON with two spaces a level.</summary>
    public static byte[] Write(JsonObject root)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Layout)) root.WriteTo(writer);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static bool HasComment(string text)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text), new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Allow });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.Comment) return true;
        }
        return false;
    }

    /// <summary><c>"Model:Default"</c> in one is a path to .NET, and would stand beside what is written for the same place.</summary>
    private static bool HasJoinedKey(JsonNode? node) => node switch
    {
        JsonObject json => json.Any(field => field.Key.Contains(':', StringComparison.Ordinal) || HasJoinedKey(field.Value)),
        JsonArray items => items.Any(HasJoinedKey),
        _ => false,
    };
}
