using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatAuth.Storage.Sqlite;

/// <summary>Compact JSON of a column; what is null is left out, and fields that nobody asks for are passed over.</summary>
internal static class StoredJson
{
    // The text goes to the database and nowhere else, so nothing in it needs hiding from a browser.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of one object.</summary>
    public static string Write(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>What <paramref name="read"/> makes of the object in the text.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static T Read<T>(string text, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(text);
        return read(document.RootElement);
    }

    extension(Utf8JsonWriter json)
    {
        public void Object<T>(string name, T? value, Action<Utf8JsonWriter, T> fields) where T : class
        {
            if (value is null) return;
            json.WriteStartObject(name);
            fields(json, value);
            json.WriteEndObject();
        }

        public void Array<T>(string name, IReadOnlyCollection<T> values, Action<Utf8JsonWriter, T> fields)
        {
            if (values.Count == 0) return;
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                json.WriteStartObject();
                fields(json, value);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        public void Text(string name, string? value)
        {
            if (value is not null) json.WriteString(name, value);
        }

        public void Time(string name, DateTimeOffset? value)
        {
            if (value is { } time) json.WriteString(name, time);
        }
    }

    extension(JsonElement json)
    {
        public T? Object<T>(string name, Func<JsonElement, T> read) where T : class =>
            json.TryGetProperty(name, out var value) ? read(value) : null;

        public IEnumerable<T> Array<T>(string name, Func<JsonElement, T> read) =>
            json.TryGetProperty(name, out var values) ? values.EnumerateArray().Select(read) : [];

        public string Text(string name) => json.GetProperty(name).GetString() ?? throw new FormatException("A text is missing.");

        public string? TextOrNull(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

        public DateTimeOffset Time(string name) => json.GetProperty(name).GetDateTimeOffset();

        public DateTimeOffset? TimeOrNull(string name) => json.TryGetProperty(name, out var value) ? value.GetDateTimeOffset() : null;

        public bool Flag(string name) => json.TryGetProperty(name, out var value) && value.GetBoolean();
    }
}
