using System.Net;
using System.Text;

namespace ChatAuth.Testing.Telegram;

/// <summary>Telegram's HTML: its tags, four names of characters, and numbers of others.</summary>
internal static class HtmlText
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["b"] = "bold", ["strong"] = "bold", ["i"] = "italic", ["em"] = "italic", ["u"] = "underline", ["ins"] = "underline",
        ["s"] = "strikethrough", ["strike"] = "strikethrough", ["del"] = "strikethrough", ["code"] = "code", ["pre"] = "pre",
        ["blockquote"] = "blockquote", ["tg-spoiler"] = "spoiler", ["a"] = "text_link",
    };

    public static (string Text, IReadOnlyList<FakeEntity> Entities) Parse(string html)
    {
        var text = new StringBuilder();
        var entities = new List<FakeEntity>();
        var open = new Stack<(string Tag, int Offset, string? Url)>();
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<')
            {
                var end = html.IndexOf('<', at) is >= 0 and var next ? next : html.Length;
                text.Append(WebUtility.HtmlDecode(html[at..end]));
                at = end;
                continue;
            }
            var close = html.IndexOf('>', at);
            if (close < 0) throw Bad($"Unclosed start tag at byte offset {Bytes(html, at)}");
            if (html[at + 1] == '/') Close(html[(at + 2)..close].Trim(), Bytes(html, at));
            else Open(html[(at + 1)..close], Bytes(html, at));
            at = close + 1;
        }
        if (open.TryPeek(out var left)) throw Bad($"Can't find end tag corresponding to start tag \"{left.Tag}\"");
        return ($"{text}", [.. entities.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)]);

        void Open(string tag, int offset)
        {
            var name = tag.Split(' ')[0].ToLowerInvariant();
            if (!Types.ContainsKey(name)) throw Bad($"Unsupported start tag \"{name}\" at byte offset {offset}");
            var url = tag.Split('"') is [_, var quoted, ..] && name == "a" ? WebUtility.HtmlDecode(quoted) : null;
            open.Push((name, text.Length, url));
        }

        void Close(string name, int offset)
        {
            if (!open.TryPop(out var opened)) throw Bad($"Unexpected end tag at byte offset {offset}");
            if (name.Length > 0 && !name.Equals(opened.Tag, StringComparison.OrdinalIgnoreCase))
            {
                throw Bad($"Unmatched end tag at byte offset {offset}, expected \"</{opened.Tag}>\", found \"</{name}>\"");
            }
            if (text.Length > opened.Offset) entities.Add(new FakeEntity(Types[opened.Tag], opened.Offset, text.Length - opened.Offset, opened.Url));
        }
    }

    private static int Bytes(string html, int at) => Encoding.UTF8.GetByteCount(html.AsSpan(0, at));

    private static TelegramRefusal Bad(string text) => TelegramRefusal.BadRequest($"can't parse entities: {text}");
}
