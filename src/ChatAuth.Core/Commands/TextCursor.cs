using System.Buffers;

namespace ChatAuth.Core.Commands;

/// <summary>A place in a message that only moves over text once it is understood.</summary>
/// <param name="text">The whole message up to its last character that is not white space; columns count from its start.</param>
/// <param name="at">Where to begin.</param>
internal ref struct TextCursor(ReadOnlySpan<char> text, int at)
{
    public const string LineBreakCharacters = "\n\r\v\f\u0085\u2028\u2029";

    public static readonly SearchValues<char> LineBreaks = SearchValues.Create(LineBreakCharacters);

    public static readonly SearchValues<char> Blanks = SearchValues.Create(" \t");

    public static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \t" + LineBreakCharacters);

    private readonly ReadOnlySpan<char> _text = text;

    public int At { get; set; } = at;

    public readonly int Column => At + 1;

    public readonly bool AtEnd => At == _text.Length;

    public readonly bool AtWordEnd => AtEnd || WhiteSpace.Contains(_text[At]);

    public readonly ReadOnlySpan<char> Rest => _text[At..];

    public readonly bool NextIs(char expected) => !AtEnd && _text[At] == expected;

    public bool TrySkip(char expected)
    {
        if (!NextIs(expected)) return false;
        At++;
        return true;
    }

    public void SkipBlanks()
    {
        while (!AtEnd && Blanks.Contains(_text[At])) At++;
    }

    public ReadOnlySpan<char> ReadWord() => ReadTo(WhiteSpace);

    public ReadOnlySpan<char> ReadTo(SearchValues<char> ends)
    {
        var length = Rest.IndexOfAny(ends);
        var read = length < 0 ? Rest : Rest[..length];
        At += read.Length;
        return read;
    }
}
