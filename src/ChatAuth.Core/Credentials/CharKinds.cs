namespace ChatAuth.Core.Credentials;

/// <summary>The characters that keys are written with, as sets that can be united.</summary>
[Flags]
internal enum CharKinds : byte
{
    None = 0,
    Upper = 1,
    Lower = 2,
    Digit = 4,
    HexLetter = 8,
    Dash = 16,
    Dot = 32,
    Padding = 64,
    Filler = 128,

    Hex = Digit | HexLetter,
    Caps = Upper | Digit,
    Word = Upper | Lower | Digit,
    Token = Word | Dash,
    Dotted = Token | Dot,
    Base64 = Token | Padding,
}

/// <summary>Looks a character up in one small table; nothing outside ASCII belongs to any kind.</summary>
internal static class CharKindsTable
{
    private static readonly CharKinds[] Kinds = [.. Enumerable.Range(0, 128).Select(c => Classify((char)c))];

    public static CharKinds Of(char c) => c < Kinds.Length ? Kinds[c] : CharKinds.None;

    public static bool IsAny(this char c, CharKinds kinds) => (Of(c) & kinds) != 0;

    private static CharKinds Classify(char c) => c switch
    {
        >= '0' and <= '9' => CharKinds.Digit,
        >= 'A' and <= 'F' => CharKinds.Upper | CharKinds.HexLetter,
        >= 'a' and <= 'f' => CharKinds.Lower | CharKinds.HexLetter,
        >= 'G' and <= 'Z' => CharKinds.Upper,
        >= 'g' and <= 'z' => CharKinds.Lower,
        '-' or '_' => CharKinds.Dash,
        '.' => CharKinds.Dot,
        '+' or '/' or '=' or '%' => CharKinds.Padding,
        ' ' or (>= '\t' and <= '\r') or '"' or '\'' or '`' or '>' or '\\' => CharKinds.Filler,
        _ => CharKinds.None,
    };
}
