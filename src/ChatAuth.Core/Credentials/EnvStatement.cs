namespace ChatAuth.Core.Credentials;

/// <summary>The next statement of a <c>.env</c> text: <c>[export] NAME=value</c>, a blank line or a comment, or a line that is neither.</summary>
internal readonly ref struct EnvStatement
{
    private const byte Newline = (byte)'\n';
    private const byte Comment = (byte)'#';

    private static ReadOnlySpan<byte> Blanks => " \t\r"u8;

    /// <summary>How many bytes of the text it takes, its line end included.</summary>
    public int Length { get; private init; }

    /// <summary>It is neither an assignment nor empty.</summary>
    public bool IsMalformed { get; private init; }

    /// <summary>The variable; empty unless this is an assignment.</summary>
    public ReadOnlySpan<byte> Name { get; private init; }

    /// <summary>The value without its quotes, as it stands: nothing in it is expanded.</summary>
    public ReadOnlySpan<byte> Value { get; private init; }

    /// <summary>Reads one. A quoted value may run over lines; one whose quote does not end properly spoils its own line only.</summary>
    public static EnvStatement Read(ReadOnlySpan<byte> text)
    {
        var length = LineLength(text);
        var line = text[..length].TrimEnd((byte)'\n').Trim(Blanks);
        if (line.Contains((byte)0)) return new EnvStatement { Length = length, IsMalformed = true };
        if (line.IsEmpty || line[0] == Comment) return new EnvStatement { Length = length };
        var equals = text[..length].IndexOf((byte)'=');
        var name = equals < 0 ? default : WithoutExport(text[..equals].Trim(Blanks));
        if (!IsName(name)) return new EnvStatement { Length = length, IsMalformed = true };
        var start = equals + 1;
        while (start < length && Blanks.Contains(text[start])) start++;
        return start < length && text[start] is (byte)'"' or (byte)'\''
            ? Quoted(text, start, length, name)
            : new EnvStatement { Length = length, Name = name, Value = WithoutComment(text[start..length]) };
    }

    private static EnvStatement Quoted(ReadOnlySpan<byte> text, int open, int length, ReadOnlySpan<byte> name)
    {
        var value = text[(open + 1)..];
        var close = Close(value, text[open]);
        if (close < 0) return new EnvStatement { Length = length, IsMalformed = true };
        var end = open + 1 + close + 1;
        var tail = LineLength(text[end..]);
        var after = text.Slice(end, tail).TrimEnd((byte)'\n').Trim(Blanks);
        return (after.IsEmpty || after[0] == Comment) && !value[..close].Contains((byte)0)
            ? new EnvStatement { Length = end + tail, Name = name, Value = value[..close] }
            : new EnvStatement { Length = length, IsMalformed = true };
    }

    /// <summary>Where the quote ends; in double quotes a backslash guards the byte behind it.</summary>
    private static int Close(ReadOnlySpan<byte> value, byte quote)
    {
        if (quote == '\'') return value.IndexOf(quote);
        for (var at = 0; ; at += 2)
        {
            var next = at >= value.Length ? -1 : value[at..].IndexOfAny(quote, (byte)'\\');
            if (next < 0) return -1;
            at += next;
            if (value[at] == quote) return at;
        }
    }

    private static ReadOnlySpan<byte> WithoutComment(ReadOnlySpan<byte> value)
    {
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == Comment && (at == 0 || Blanks.Contains(value[at - 1]))) value = value[..at];
        }
        return value.TrimEnd(Newline).Trim(Blanks);
    }

    private static ReadOnlySpan<byte> WithoutExport(ReadOnlySpan<byte> name)
    {
        var export = "export"u8;
        return name.StartsWith(export) && name.Length > export.Length && Blanks.Contains(name[export.Length]) ? name[export.Length..].Trim(Blanks) : name;
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (var sign in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)sign) && sign is not ((byte)'_' or (byte)'.' or (byte)'-')) return false;
        }
        return !name.IsEmpty;
    }

    private static int LineLength(ReadOnlySpan<byte> text) => text.IndexOf(Newline) is >= 0 and var end ? end + 1 : text.Length;
}
