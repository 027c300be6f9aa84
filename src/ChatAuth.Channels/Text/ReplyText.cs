using System.Globalization;

namespace ChatAuth.Channels;

/// <summary>
/// A reply's words as lines of styled spans. Every span is cleaned where it enters, so that no renderer can let a hostile name through.
/// </summary>
internal sealed class ReplyText
{
    private readonly List<List<TextSpan>> _lines = [];

    public IReadOnlyList<IReadOnlyList<TextSpan>> Lines => _lines;

    /// <summary>Begins a line.</summary>
    public ReplyText Line(string text = "", TextStyle style = TextStyle.Plain)
    {
        _lines.Add([]);
        return Add(text, style);
    }

    /// <summary>Goes on in the line.</summary>
    public ReplyText Add(string text, TextStyle style = TextStyle.Plain)
    {
        var clean = CleanText.Name(text);
        if (clean.Length > 0) _lines[^1].Add(new TextSpan(clean, style));
        return this;
    }

    /// <summary>Fills the line up to a column; where it is there already, two blanks part it from what follows.</summary>
    public ReplyText Pad(int column) => Add(new string(' ', Math.Max(2, column - Width(Plain(_lines[^1])))));

    /// <summary>How many characters a person would count.</summary>
    public static int Width(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>The spans joined, a line feed between lines and none at the end.</summary>
    public override string ToString() => string.Join('\n', _lines.Select(Plain));

    private static string Plain(IEnumerable<TextSpan> line) => string.Concat(line.Select(span => span.Text));
}
