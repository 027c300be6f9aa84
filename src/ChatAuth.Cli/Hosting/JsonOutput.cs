using System.Text;
using System.Text.Json;

namespace ChatAuth.Cli.Hosting;

/// <summary>Writes a JSON object and a line's end; without reflection, so that a short command stays short.</summary>
internal static class JsonOutput
{
    /// <summary>An object for people and scripts, on many lines.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> content) => Write(output, new JsonWriterOptions { Indented = true }, content);

    /// <summary>An object on one line.</summary>
    public static void WriteLine(TextWriter output, Action<Utf8JsonWriter> content) => Write(output, default, content);

    /// <summary>An array of objects, on many lines.</summary>
    public static void WriteArray<T>(TextWriter output, IEnumerable<T> items, Action<Utf8JsonWriter, T> content) => WriteValue(output, new JsonWriterOptions { Indented = true }, json =>
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            content(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>An array of texts.</summary>
    public static void WriteStrings<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value?.ToString());
        json.WriteEndArray();
    }

    /// <summary>A moment as milliseconds since 1970, as the original writes them; null when there is none.</summary>
    public static void WriteMoment(this Utf8JsonWriter json, string name, DateTimeOffset? moment)
    {
        if (moment is { } at) json.WriteNumber(name, at.ToUnixTimeMilliseconds());
        else json.WriteNull(name);
    }

    /// <summary>The milliseconds until a moment; null when there is none.</summary>
    public static void WriteRemaining(this Utf8JsonWriter json, string name, DateTimeOffset? moment, DateTimeOffset now)
    {
        if (moment is { } at) json.WriteNumber(name, (long)(at - now).TotalMilliseconds);
        else json.WriteNull(name);
    }

    private static void Write(TextWriter output, JsonWriterOptions options, Action<Utf8JsonWriter> content) => WriteValue(output, options, json =>
    {
        json.WriteStartObject();
        content(json);
        json.WriteEndObject();
    });

    private static void WriteValue(TextWriter output, JsonWriterOptions options, Action<Utf8JsonWriter> value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, options)) value(json);
        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
