using ChatAuth.Channels.Telegram;

namespace ChatAuth.Channels.Tests.Telegram;

/// <summary>Messages as a person would see them: bold between stars, code between backticks, italics between underscores, a row of buttons a line.</summary>
internal static class Drawn
{
    public static string Of(IEnumerable<TelegramPart> parts) => string.Join("\n--- next message ---\n", parts.Select(Of));

    private static string Of(TelegramPart part)
    {
        var text = part.Text;
        foreach (var entity in (part.Entities ?? []).OrderByDescending(entity => entity.Offset))
        {
            var mark = entity.Type switch { "bold" => "*", "code" => "`", "italic" => "_", _ => "?" };
            text = text.Insert(entity.Offset + entity.Length, mark).Insert(entity.Offset, mark);
        }
        var rows = part.Keyboard?.InlineKeyboard.Select(row => string.Join(' ', row.Select(button => $"[{button.Text}]"))) ?? [];
        return string.Join('\n', [text, .. rows]);
    }
}
