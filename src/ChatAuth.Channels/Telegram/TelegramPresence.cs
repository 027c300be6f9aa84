using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatAuth.Channels.Telegram;

/// <summary>Reads of a field only whether it is there.</summary>
internal sealed class TelegramPresence : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return reader.TokenType != JsonTokenType.Null;
    }

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => throw new NotSupportedException();
}
