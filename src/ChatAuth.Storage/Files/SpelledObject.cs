using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatAuth.Storage.Files;

/// <summary>A JSON object in which everything that is not replaced keeps its spelling: numbers and escapes stay as they are.</summary>
internal sealed class SpelledObject
{
    private readonly IReadOnlyList<Field> _fields;

    private SpelledObject(IReadOnlyList<Field> fields) => _fields = fields;

    public static SpelledObject Empty { get; } = new([]);

    public bool IsEmpty => _fields.Count == 0;

    /// <summary>Splits the text of an object, known to be JSON with every name once, into its fields.</summary>
    public static SpelledObject Parse(ReadOnlyMemory<byte> json)
    {
        var fields = new List<Field>();
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var (name, spelled) = (reader.GetString()!, Slice(json, reader));
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            fields.Add(new Field(name, spelled, json[start..(int)reader.BytesConsumed]));
        }
        return new SpelledObject(fields);
    }

    /// <summary>A text as JSON.</summary>
    public static ReadOnlyMemory<byte> Spell(string text) =>
        (byte[])[(byte)'"', .. JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"'];

    /// <summary>The object that a field holds; an empty one when it holds none.</summary>
    public SpelledObject Inside(string name) =>
        _fields.FirstOrDefault(field => field.Name == name) is { Value.Span: [(byte)'{', ..] } found ? Parse(found.Value) : Empty;

    /// <summary>The name of the first field whose name fits; null without one.</summary>
    public string? FindName(Predicate<string> fits) => _fields.FirstOrDefault(field => fits(field.Name))?.Name;

    /// <summary>This object with that value, in the place of the one that is there; a new field comes last.</summary>
    public SpelledObject With(string name, ReadOnlyMemory<byte> value) => With(name, name.Equals, value);

    /// <summary>The same, in the place of the first field whose name fits; the others that fit go.</summary>
    /// <param name="name">The name of the new field.</param>
    /// <param name="fits">Which fields it replaces.</param>
    /// <param name="value">Its JSON.</param>
    public SpelledObject With(string name, Predicate<string> fits, ReadOnlyMemory<byte> value)
    {
        var place = _fields.TakeWhile(field => !fits(field.Name)).Count();
        var spelled = _fields.FirstOrDefault(field => field.Name == name)?.Spelled ?? Spell(name);
        return new([.. _fields.Take(place), new Field(name, spelled, value), .. _fields.Skip(place).Where(field => !fits(field.Name))]);
    }

    public SpelledObject Without(Predicate<string> fits) => new([.. _fields.Where(field => !fits(field.Name))]);

    /// <summary>The text, in one line but for what stood on several.</summary>
    public ReadOnlyMemory<byte> ToJson()
    {
        var json = new ArrayBufferWriter<byte>();
        foreach (var field in _fields)
        {
            json.Write(json.WrittenCount == 0 ? "{"u8 : ","u8);
            json.Write(field.Spelled.Span);
            json.Write(":"u8);
            json.Write(field.Value.Span);
        }
        json.Write(IsEmpty ? "{}"u8 : "}"u8);
        return json.WrittenMemory;
    }

    private static ReadOnlyMemory<byte> Slice(ReadOnlyMemory<byte> json, in Utf8JsonReader reader) =>
        json.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);

    /// <param name="Name">The name that it means.</param>
    /// <param name="Spelled">The name as JSON.</param>
    /// <param name="Value">The value as JSON.</param>
    private sealed record Field(string Name, ReadOnlyMemory<byte> Spelled, ReadOnlyMemory<byte> Value);
}
