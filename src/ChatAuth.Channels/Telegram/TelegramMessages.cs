using ChatAuth.Core.Commands;
using ChatAuth.Core.Diagnostics;

namespace ChatAuth.Channels.Telegram;

/// <summary>A reply as messages: the words, the formatting beside them, and the buttons below the last.</summary>
internal static class TelegramMessages
{
    /// <summary>The messages, nearly always one; more where the words are longer than a message can be.</summary>
    public static IReadOnlyList<TelegramPart> Of(CommandReply reply)
    {
        var (text, styled) = TelegramEntities.Of(ButtonedText.Of(reply, TelegramKeyboards.Buttons(reply)));
        var parts = TelegramPart.Of(text, styled);
        return [.. parts.SkipLast(1), parts[^1] with { Keyboard = TelegramKeyboards.Of(reply) }];
    }

    /// <summary>What an owner is told.</summary>
    public static IReadOnlyList<TelegramPart> Of(OwnerNotice notice)
    {
        var (text, styled) = TelegramEntities.Of(ReplyRenderer.Render(notice));
        return TelegramPart.Of(text, styled);
    }
}
