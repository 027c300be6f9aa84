using System.Text;

namespace ChatAuth.Core.Credentials;

/// <summary>
/// Reads the text of a <c>.env</c> file. Only the names of <see cref="ProviderVariables"/> are taken; nothing is expanded. The last of several lines
/// for one name counts, also when it is blank or malformed.
/// </summary>
public static class EnvText
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads it, whatever it holds.</summary>
    /// <param name="text">The bytes of the file: ASCII wherever it matters, lines ended by LF or CR LF, with or without a byte order mark.</param>
    public static FoundVariables Read(ReadOnlySpan<byte> text)
    {
        var values = new Dictionary<string, Secret?>();
        var faults = new List<string>();
        var seen = new HashSet<string>();
        if (text.StartsWith(ByteOrderMark)) text = text[ByteOrderMark.Length..];
        for (var line = 1; !text.IsEmpty;)
        {
            var statement = EnvStatement.Read(text);
            if (statement.IsMalformed) faults.Add($".env line {line} does not parse.");
            else if (ProviderVariables.FindName(statement.Name) is { } name)
            {
                if (!seen.Add(name)) faults.Add($".env line {line} sets {name} again; the last one counts.");
                var isKey = TryRead(statement.Value, out var secret);
                if (!isKey) faults.Add($".env line {line}: {name} does not hold a key.");
                if (isKey && secret is null) values.Remove(name);
                else values[name] = secret;
            }
            line += text[..statement.Length].Count((byte)'\n');
            text = text[statement.Length..];
        }
        return new FoundVariables(values, faults);
    }

    /// <summary>False when the value is malformed; true without a secret when it is blank.</summary>
    private static bool TryRead(ReadOnlySpan<byte> value, out Secret? secret)
    {
        secret = null;
        if (!Ascii.IsValid(value)) return false;
        var text = Encoding.ASCII.GetString(value);
        return string.IsNullOrWhiteSpace(text) || ProviderVariables.TryRead(text, out secret);
    }
}
