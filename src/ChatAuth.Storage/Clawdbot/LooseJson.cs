using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ChatAuth.Storage.Clawdbot;

/// <summary>
/// Reads JSON5, JSON as people write it: comments, trailing commas, bare keys, single quotes, numbers of JavaScript. What it holds is the same text as JSON.
/// </summary>
internal sealed class LooseJson
{
    private const int MaxDepth = 64;
    private readonly string _text;
    private readonly Utf8JsonWriter _json;
    private int _at;

    private LooseJson(string text, Utf8JsonWriter json) => (_text, _json) = (text, json);

    /// <summary>The same as JSON.</summary>
    /// <exception cref="FormatException">It is no JSON5; the message has the line and nothing of the text.</exception>
    public static JsonDocument Parse(ReadOnlySpan<byte> utf8)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { SkipValidation = true }))
        {
            var reader = new LooseJson(Encoding.UTF8.GetString(utf8), json);
            reader.ReadValue(depth: 0);
            if (reader.Peek() is not null) throw reader.Wrong();
        }
        return JsonDocument.Parse(buffer.WrittenMemory, new() { MaxDepth = MaxDepth + 1 });
    }

    private void ReadValue(int depth)
    {
        if (depth > MaxDepth) throw Wrong();
        switch (Peek())
        {
            case '{': ReadObject(depth); break;
            case '[': ReadArray(depth); break;
            case '"' or '\'': _json.WriteStringValue(ReadQuoted()); break;
            default: WriteBare(ReadBare()); break;
        }
    }

    private void ReadObject(int depth)
    {
        _json.WriteStartObject();
        for (_at++; Peek() != '}'; SkipComma('}'))
        {
            _json.WritePropertyName(Peek() is '"' or '\'' ? ReadQuoted() : ReadBare());
            if (Peek() != ':') throw Wrong();
            _at++;
            ReadValue(depth + 1);
        }
        _at++;
        _json.WriteEndObject();
    }

    private void ReadArray(int depth)
    {
        _json.WriteStartArray();
        for (_at++; Peek() != ']'; SkipComma(']')) ReadValue(depth + 1);
        _at++;
        _json.WriteEndArray();
    }

    private void SkipComma(char end)
    {
        if (Peek() == ',') _at++;
        else if (Peek() != end) throw Wrong();
    }

    private string ReadQuoted()
    {
        var quote = _text[_at++];
        var read = new StringBuilder();
        while (Next() is var c && c != quote)
        {
            if (c is '\n' or '\r')
            {
                _at--;
                throw Wrong();
            }
            if (c == '\\') ReadEscape(read);
            else read.Append(c);
        }
        return string.Concat(read.ToString().EnumerateRunes()); // Half a character, which can be escaped, becomes the mark of a damaged one.
    }

    private void ReadEscape(StringBuilder read)
    {
        switch (Next())
        {
            case 'n': read.Append('\n'); break;
            case 't': read.Append('\t'); break;
            case 'r': read.Append('\r'); break;
            case 'b': read.Append('\b'); break;
            case 'f': read.Append('\f'); break;
            case 'v': read.Append('\v'); break;
            case '0': read.Append('\0'); break;
            case 'x': read.Append(ReadHex(2)); break;
            case 'u': read.Append(ReadHex(4)); break;
            case '\n': break;
            case '\r': if (_at < _text.Length && _text[_at] == '\n') _at++; break;
            case var c: read.Append(c); break;
        }
    }

    private char ReadHex(int digits)
    {
        if (_at + digits > _text.Length || !ushort.TryParse(_text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, null, out var code)) throw Wrong();
        _at += digits;
        return (char)code;
    }

    private string ReadBare()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '$' or '+' or '-' or '.')) _at++;
        return _at > start ? _text[start.._at] : throw Wrong();
    }

    private void WriteBare(string word)
    {
        switch (word.TrimStart('+', '-'))
        {
            case "true": _json.WriteBooleanValue(true); break;
            case "false": _json.WriteBooleanValue(false); break;
            case "null" or "NaN" or "Infinity": _json.WriteNullValue(); break;
            case ['0', 'x' or 'X', .. var hex] when ulong.TryParse(hex, NumberStyles.AllowHexSpecifier, null, out var value): _json.WriteNumberValue(value); break;
            default:
                if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) throw Wrong();
                _json.WriteNumberValue(number);
                break;
        }
    }

    private char Next() => _at < _text.Length ? _text[_at++] : throw Wrong();

    /// <summary>The next character that is neither space nor comment; null at the end.</summary>
    private char? Peek()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]) || _text[_at] == '\uFEFF') _at++;
            else if (StartsWith("//")) _at = EndOf("\n");
            else if (StartsWith("/*")) _at = EndOf("*/");
            else return _text[_at];
        }
        return null;
    }

    private bool StartsWith(string mark) => string.CompareOrdinal(_text, _at, mark, 0, mark.Length) == 0;

    private int EndOf(string mark)
    {
        var end = _text.IndexOf(mark, _at, StringComparison.Ordinal);
        return end >= 0 ? end + mark.Length : mark == "\n" ? _text.Length : throw Wrong();
    }

    private FormatException Wrong() => new($"line {_text.AsSpan(0, Math.Min(_at, _text.Length)).Count('\n') + 1}");
}
