using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Telegram;

/// <summary>A reply as messages: the words, the formatting beside them, and the buttons below the last.</summary>
internal static class TelegramMessages
{
    /// <summary>The messages, nearly always one; more where the words are longer than a message can be.</summary>
    public static IReadOnlyList<TelegramPart> Of(CommandReply reply)
    {
        var (text, styled) = TelegramEntities.Of(Words(reply));
        var parts = TelegramPart.Of(text, styled);
        return [.. parts.SkipLast(1), parts[^1] with { Keyboard = TelegramKeyboards.Of(reply) }];
    }

    /// <summary>The words of a reply, with what to type for what has no button.</summary>
    public static ReplyText Words(CommandReply reply)
    {
        var buttons = TelegramKeyboards.Buttons(reply);
        IReadOnlyList<ReplyAction> told = [.. reply.Actions.Where(action => !buttons.Contains(action))];
        if (reply is not (CommandReply.Picker or CommandReply.AccountPicker)) return ReplyRenderer.Render(reply, told);
        var text = new ReplyText();
        foreach (var notice in reply.Notices) NoticeText.Render(text, notice);
        if (reply is CommandReply.Picker picker) TelegramPickerText.Render(text, picker, told);
        if (reply is CommandReply.AccountPicker accounts) TelegramPickerText.Render(text, accounts, told);
        OfferText.Render(text, reply, told);
        return text;
    }
}
