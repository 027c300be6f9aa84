using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatAuth.Core.Credentials;

/// <summary>Keeps a <see cref="Secret"/> out of JSON in both directions: stores handle the text themselves.</summary>
internal sealed class SecretJsonRefusal : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A secret is not read from JSON by a serializer.");

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue("[secret]");
}
