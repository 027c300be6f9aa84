using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ChatAuth.Channels.Telegram;

/// <summary>How an update's JSON is read: strictly what is read of it, while the platform may add what it likes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TelegramUpdate))]
[JsonSerializable(typeof(TelegramUpdate.Number))]
[JsonSerializable(typeof(TelegramUpdate.User))]
internal sealed partial class TelegramUpdateJson : JsonSerializerContext
{
    /// <summary>The value; null when the text is something else. Nothing of the text gets into an exception.</summary>
    public static T? Find<T>(ReadOnlySpan<byte> utf8Json, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(utf8Json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
