using System.Text;

namespace ChatAuth.Channels.Telegram;

/// <summary>Whether a text calls this bot by its name.</summary>
/// <param name="Text">The text without the name where that only called the bot. A command stays as typed: a name in it is part of it.</param>
/// <param name="IsOurs">The bot is mentioned, or a command is addressed to it.</param>
/// <param name="IsOurCommand">The text is a command that is addressed to the bot.</param>
internal readonly record struct TelegramNaming(string Text, bool IsOurs, bool IsOurCommand)
{
    public static TelegramNaming Read(string text, IReadOnlyList<TelegramUpdate.Entity?>? entities, TelegramBot bot)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        var isCommand = IsCommand(text);
        StringBuilder? rest = null;
        var (kept, isOurs, isOurCommand) = (0, false, false);
        foreach (var entity in entities ?? [])
        {
            // They come in order; what overlaps or points outside is not Telegram's.
            if (entity is null || entity.Offset < kept || entity.Length < 1 || entity.Length > text.Length - entity.Offset) continue;
            var (offset, end) = ((int)entity.Offset, (int)(entity.Offset + entity.Length));
            if (entity.Type == "bot_command" && EndsInName(text.AsSpan(offset..end), bot))
            {
                isOurs = true;
                isOurCommand |= isCommand && offset == start;
            }
            else if (IsMention(entity, text.AsSpan(offset..end), bot))
            {
                isOurs = true;
                if (isCommand) continue;
                rest = (rest ?? new StringBuilder(text.Length)).Append(text, kept, offset - kept);
                kept = end < text.Length && text[end] == ' ' ? end + 1 : end;
            }
        }
        return new TelegramNaming(rest is null ? text : rest.Append(text, kept, text.Length - kept).ToString().Trim(), isOurs, isOurCommand);
    }

    /// <summary>It begins with a slash: the parser decides what it is, and never takes it for a question.</summary>
    public static bool IsCommand(string text) => text.AsSpan().TrimStart() is ['/', ..];

    private static bool IsMention(TelegramUpdate.Entity entity, ReadOnlySpan<char> name, TelegramBot bot) => entity.Type switch
    {
        "mention" => name is ['@', ..] && EndsInName(name, bot) && name.Length == bot.Username.Length + 1,
        "text_mention" => entity.User?.Id == bot.Id,
        _ => false,
    };

    private static bool EndsInName(ReadOnlySpan<char> text, TelegramBot bot)
    {
        var at = text.LastIndexOf('@');
        return at >= 0 && text[(at + 1)..].Equals(bot.Username, StringComparison.OrdinalIgnoreCase);
    }
}
