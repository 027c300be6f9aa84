using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatAuth.Channels.Discord;

/// <summary>How an interaction's JSON is read: strictly what is read of it, while the platform may add what it likes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DiscordInteraction))]
[JsonSerializable(typeof(string))]
internal sealed partial class DiscordInteractionJson : JsonSerializerContext
{
    /// <summary>The interaction; null when the text is something else. Nothing of the text gets into an exception.</summary>
    public static DiscordInteraction? Find(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8Json, Default.DiscordInteraction);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
