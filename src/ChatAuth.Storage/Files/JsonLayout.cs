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

    public ReadOnlyMemory<byte> Written => _output.WrittenMemory;

    public void Open(ReadOnlySpan<byte> bracket)
    {
        BeginValue();
        _output.Write(bracket);
        _depth++;
        _isFirst = true;
    }

    public void Close(ReadOnlySpan<byte> bracket)
    {
        _depth--;
        if (!_isFirst) BreakLine();
        _output.Write(bracket);
        _isFirst = false;
    }

    /// <summary>A property's name, escaped already.</summary>
    public void Name(ReadOnlySpan<byte> escaped)
    {
        BeginValue();
        Quote(escaped);
        _output.Write(": "u8);
        _followsName = true;
    }

    /// <summary>A string, escaped already.</summary>
    public void Text(ReadOnlySpan<byte> escaped)
    {
        BeginValue();
        Quote(escaped);
    }

    /// <summary>The value at which a reader stands, whole; the reader is left at its last token.</summary>
    public void Copy(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var depth = reader.CurrentDepth;
            do
            {
                CopyToken(in reader);
                reader.Read();
            }
            while (reader.CurrentDepth > depth);
        }
        CopyToken(in reader);
    }

    /// <summary>Ends the text with a line break.</summary>
    public void End() => _output.Write("\n"u8);

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
