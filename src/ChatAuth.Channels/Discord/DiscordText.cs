namespace ChatAuth.Channels.Discord;

/// <summary>Words as the texts of messages, each within what one may hold.</summary>
internal static class DiscordText
{
    /// <summary>The most UTF-16 units of a message.</summary>
    public const int Most = 2000;

    /// <summary>Escaping can double a text, and marks stand around it.</summary>
    private const int MostBeforeEscaping = 950;

    /// <summary>The lines of a reply as messages; at least one.</summary>
    public static IReadOnlyList<string> Of(ReplyText words) => Packed(words.Lines.SelectMany(Lines));

    /// <summary>As many lines in each message as it holds.</summary>
    public static IReadOnlyList<string> Packed(IEnumerable<string> lines)
    {
        var messages = new List<string>();
        foreach (var line in lines.Where(CleanText.IsVisible))
        {
            if (messages is [.., var last] && last.Length + 1 + line.Length <= Most) messages[^1] = $"{last}\n{line}";
            else messages.Add(line);
        }
        return messages;
    }

    /// <summary>A line that is longer than any message is parted into its spans.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<TextSpan> line)
    {
        var drawn = DiscordMarkdown.Line(line);
        if (drawn.Length <= Most) return [drawn];
        return line.SelectMany(span => TextPieces.Of(span.Text, MostBeforeEscaping).Select(piece => DiscordMarkdown.Line([span with { Text = span.Text[piece] }])));
    }
}
