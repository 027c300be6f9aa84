namespace ChatAuth.Channels.Tests.Discord;

/// <summary>How far what a text opens goes over its lines, read as greedily as any of Discord's programs might: where it may end, it does not.</summary>
internal static class MarkdownReach
{
    /// <summary>The end of the last thing that spans lines: a quote of three signs, a block or span of code, emphasis, a spoiler, a link.</summary>
    public static int Of(string text)
    {
        if (text.Contains(">>>", StringComparison.Ordinal)) return text.Length;
        return new[] { Code(text), Marked(text, "**"), Marked(text, "__"), Marked(text, "~~"), Marked(text, "||"), Link(text) }.Max();
    }

    /// <summary>From one run of backticks to the last that is as long; an escape means nothing in code.</summary>
    private static int Code(string text)
    {
        var opened = new HashSet<int>();
        var reach = 0;
        for (var at = text.IndexOf('`'); at >= 0; at = at < text.Length ? text.IndexOf('`', at) : -1)
        {
            var length = text.AsSpan(at).IndexOfAnyExcept('`') is var run and >= 0 ? run : text.Length - at;
            if (opened.Contains(length)) reach = at + length;
            else if (!IsEscaped(text, at)) opened.Add(length);
            at += length;
        }
        return reach;
    }

    private static int Marked(string text, string mark)
    {
        var (first, last) = (text.IndexOf(mark, StringComparison.Ordinal), text.LastIndexOf(mark, StringComparison.Ordinal));
        return last >= first + mark.Length ? last + mark.Length : 0;
    }

    /// <summary>A link's text ends with a bracket and begins its address at once; a title may span lines.</summary>
    private static int Link(string text)
    {
        var opens = Enumerable.Range(0, text.Length).FirstOrDefault(at => text[at] == '[' && !IsEscaped(text, at), -1);
        var address = opens < 0 ? -1 : text.LastIndexOf("](", StringComparison.Ordinal);
        if (address < 0 || address < opens) return 0;
        var title = text.AsSpan(address).IndexOfAny('"', '\'');
        var end = title < 0 ? text.IndexOf('\n', address) : text.AsSpan(address + title + 1).LastIndexOfAny('"', '\'') is var last and >= 0 ? address + title + 2 + last : -1;
        return Math.Max(address + 2, end);
    }

    private static bool IsEscaped(string text, int at) => text.AsSpan(0, at).Length - text.AsSpan(0, at).TrimEnd('\\').Length is var slashes && slashes % 2 == 1;
}
