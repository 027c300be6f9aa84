using System.Text;

namespace ChatAuth.Channels.Telegram;

/// <summary>Formatted spans of texts. A text carries its formatting beside it, so that nothing in the text can be taken for markup.</summary>
internal static class TelegramEntities
{
    public const string Bold = "bold";
    public const string Code = "code";
    public const string Italic = "italic";

    /// <summary>The words of a reply with their formatting: what stands out is bold, what can be typed is code.</summary>
    public static (string Text, IReadOnlyList<TelegramEntity> Styled) Of(ReplyText words)
    {
        var (text, styled) = (new StringBuilder(), new List<TelegramEntity>());
        foreach (var line in words.Lines)
        {
            if (text.Length > 0) text.Append('\n');
            foreach (var span in line)
            {
                var type = span.Style switch { TextStyle.Strong => Bold, TextStyle.Command => Code, _ => null };
                if (type is not null) styled.Add(new TelegramEntity(type, text.Length, span.Text.Length));
                text.Append(span.IsPadding ? " — " : span.Text);
            }
        }
        return (text.ToString(), styled);
    }

    /// <summary>Adds every slash word as code. Nothing else may be where code is.</summary>
    public static IReadOnlyList<TelegramEntity> Of(string text, IReadOnlyList<TelegramEntity> styled)
    {
        var words = TelegramSlashWords.Of(text).Select(word => new TelegramEntity(Code, word.Start.Value, word.End.Value - word.Start.Value));
        var codes = Joined(styled.Where(span => span.Type == Code).Concat(words));
        return [.. codes.Concat(styled.Where(span => span.Type != Code).SelectMany(span => Without(span, codes))).OrderBy(span => span.Offset)];
    }

    /// <summary>What of the spans lies in a piece of the text, counted from the piece's start.</summary>
    public static IReadOnlyList<TelegramEntity> Within(IReadOnlyList<TelegramEntity> spans, int start, int length) =>
    [
        .. spans.Where(span => span.Offset < start + length && End(span) > start)
            .Select(span => Between(span, Math.Max(span.Offset, start), Math.Min(End(span), start + length)))
            .Select(span => span with { Offset = span.Offset - start }),
    ];

    private static List<TelegramEntity> Joined(IEnumerable<TelegramEntity> spans)
    {
        var joined = new List<TelegramEntity>();
        foreach (var span in spans.OrderBy(span => span.Offset))
        {
            if (joined is [.., var last] && span.Offset < End(last)) joined[^1] = Between(last, last.Offset, Math.Max(End(last), End(span)));
            else joined.Add(span);
        }
        return joined;
    }

    private static IEnumerable<TelegramEntity> Without(TelegramEntity span, List<TelegramEntity> codes)
    {
        var from = span.Offset;
        foreach (var code in codes.Where(code => code.Offset < End(span) && End(code) > span.Offset))
        {
            if (code.Offset > from) yield return Between(span, from, code.Offset);
            from = End(code);
        }
        if (from < End(span)) yield return Between(span, from, End(span));
    }

    private static int End(TelegramEntity span) => span.Offset + span.Length;

    private static TelegramEntity Between(TelegramEntity span, int start, int end) => span with { Offset = start, Length = end - start };
}
