using System.Buffers;
using System.Text;

namespace ChatAuth.Channels.Discord;

/// <summary>Discord's Markdown for words of ours: what stands out is bold, what can be typed is code, and nothing within them is markup.</summary>
internal static class DiscordMarkdown
{
    /// <summary>Marks a line as small print, which only ChatAuth writes: <see cref="DiscordProse"/> takes it from models.</summary>
    public const string Small = "-# ";

    private const string Bullet = "- ";

    /// <summary>Emphasis, code, spoilers, links, quotes, mentions and timestamps need one of these wherever they stand.</summary>
    private static readonly SearchValues<char> s_marks = SearchValues.Create("\\*_~`|<>[]@");

    /// <summary>A line of a reply. One that is not important is small.</summary>
    public static string Line(IReadOnlyList<TextSpan> spans)
    {
        var isOfList = spans is [{ Text: Bullet, Style: TextStyle.Plain }, ..];
        var isSmall = spans.Count > 0 && spans.All(span => span.Style == TextStyle.Dim);
        var line = new StringBuilder(isOfList ? Bullet : isSmall ? Small : "");
        foreach (var (style, text) in Runs(isOfList ? [.. spans.Skip(1)] : spans)) line.Append(Styled(text, style));
        return line.ToString();
    }

    /// <summary>The text as it is: nothing in it makes a person, a link, a heading or a list.</summary>
    public static string Escape(string text)
    {
        var opener = Opener(text);
        var escaped = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            if (at == opener || s_marks.Contains(text[at]) || IsInWord(text, at)) escaped.Append('\\');
            escaped.Append(text[at]);
        }
        return escaped.ToString();
    }

    /// <summary>A colon with something after it begins the name of an emoji, or ends the scheme of an address.</summary>
    private static bool IsInWord(string text, int at) => text[at] == ':' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);

    /// <summary>Neighbours of one look are one: the marks around two of them would be others.</summary>
    private static IEnumerable<(TextStyle Style, string Text)> Runs(IReadOnlyList<TextSpan> spans)
    {
        var text = new StringBuilder();
        for (var at = 0; at < spans.Count; at++)
        {
            text.Append(spans[at].IsPadding ? " — " : spans[at].Text);
            if (at + 1 < spans.Count && LookOf(spans[at + 1].Style) == LookOf(spans[at].Style)) continue;
            yield return (LookOf(spans[at].Style), text.ToString());
            text.Clear();
        }
    }

    private static TextStyle LookOf(TextStyle style) => style is TextStyle.Strong or TextStyle.Command ? style : TextStyle.Plain;

    private static string Styled(string text, TextStyle look) => look switch
    {
        TextStyle.Strong => Bold(text),
        TextStyle.Command => Code(DiscordCommands.Typed(text)),
        _ => Escape(text),
    };

    private static string Code(string text) => text.Contains('`') || string.IsNullOrWhiteSpace(text) ? Escape(text) : $"`{text}`";

    /// <summary>Blanks at the edges stay outside: there they are no emphasis.</summary>
    private static string Bold(string text)
    {
        var bold = text.Trim();
        if (bold.Length == 0) return text;
        var start = text.IndexOf(bold, StringComparison.Ordinal);
        return $"{text[..start]}**{Escape(bold)}**{text[(start + bold.Length)..]}";
    }

    /// <summary>Where a text that began a line would make it a heading, a list or small print; -1 where nowhere.</summary>
    private static int Opener(string text)
    {
        var at = text.AsSpan().IndexOfAnyExcept(' ', '\t');
        if (at < 0) return -1;
        if (text[at] is '#' or '-' or '+') return at;
        var digits = text.AsSpan(at).IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && text[at + digits] is '.' or ')' ? at + digits : -1;
    }
}
