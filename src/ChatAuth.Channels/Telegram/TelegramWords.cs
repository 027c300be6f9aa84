using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatAuth.Channels.Telegram;

/// <summary>
/// Reads an object as all the words in it, each on a line of its own: they are looked at for secrets and are nothing else to us. What the platform
/// made up is left out, because a file's id looks like a key.
/// </summary>
internal sealed class TelegramWords : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
        var words = new StringBuilder();
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.PropertyName && IsMadeUp(reader)) reader.Skip();
            else if (reader.TokenType == JsonTokenType.String) words.Append(words.Length > 0 ? "\n" : "").Append(reader.GetString());
        }
        return words.ToString();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static bool IsMadeUp(Utf8JsonReader reader) =>
        reader.ValueTextEquals("id"u8) || reader.ValueSpan.EndsWith("_id"u8) || reader.ValueSpan.EndsWith("type"u8);
}
