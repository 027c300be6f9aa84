using System.Buffers;
using System.Text.Json;

namespace ChatAuth.Storage.Files;

/// <summary>Writes JSON as the original does, two spaces a level, from tokens that keep their spelling: numbers and escapes stay as they are.</summary>
internal sealed class JsonLayout
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private int _depth;
    private bool _isFirst = true;
    private bool _followsName;

    private JsonLayout() { }

    /// <summary>The same JSON, laid out and ended with a line break.</summary>
    public static ReadOnlyMemory<byte> Format(ReadOnlyMemory<byte> json)
    {
        var layout = new JsonLayout();
        var reader = new Utf8JsonReader(json.Span);
        while (reader.Read()) layout.CopyToken(in reader);
        layout._output.Write("\n"u8);
        return layout._output.WrittenMemory;
    }

    private void Open(ReadOnlySpan<byte> bracket)
    {
        BeginValue();
        _output.Write(bracket);
        _depth++;
        _isFirst = true;
    }

    private void Close(ReadOnlySpan<byte> bracket)
    {
        _depth--;
        if (!_isFirst) BreakLine();
        _output.Write(bracket);
        _isFirst = false;
    }

    /// <summary>A property's name, escaped already.</summary>
    private void Name(ReadOnlySpan<byte> escaped)
    {
        BeginValue();
        Quote(escaped);
        _output.Write(": "u8);
        _followsName = true;
    }

    /// <summary>A string, escaped already.</summary>
    private void Text(ReadOnlySpan<byte> escaped)
    {
        BeginValue();
        Quote(escaped);
    }

    private void CopyToken(in Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: Open("{"u8); break;
            case JsonTokenType.EndObject: Close("}"u8); break;
            case JsonTokenType.StartArray: Open("["u8); break;
            case JsonTokenType.EndArray: Close("]"u8); break;
            case JsonTokenType.PropertyName: Name(reader.ValueSpan); break;
            case JsonTokenType.String: Text(reader.ValueSpan); break;
            default:
                BeginValue();
                _output.Write(reader.ValueSpan);
                break;
        }
    }

    /// <summary>What stands between two values: nothing after a name, else a comma and a new line.</summary>
    private void BeginValue()
    {
        if (!_followsName && _depth > 0)
        {
            if (!_isFirst) _output.Write(","u8);
            BreakLine();
        }
        _followsName = false;
        _isFirst = false;
    }

    private void BreakLine()
    {
        _output.Write("\n"u8);
        for (var level = 0; level < _depth; level++) _output.Write("  "u8);
    }

    private void Quote(ReadOnlySpan<byte> escaped)
    {
        _output.Write("\""u8);
        _output.Write(escaped);
        _output.Write("\""u8);
    }
}
