namespace ChatAuth.Channels.Telegram;

/// <summary>What a request means for the pace.</summary>
internal static class RequestTraits
{
    /// <summary>The chat that it names; null when it names none.</summary>
    public static long? ChatOf(TelegramRequest request) => request switch
    {
        TelegramRequest.SendMessage message => message.ChatId,
        TelegramRequest.EditMessageText edit => edit.ChatId,
        TelegramRequest.DeleteMessage delete => delete.ChatId,
        TelegramRequest.SendChatAction action => action.ChatId,
        _ => null,
    };

    /// <summary>Whether it counts as a message written to its chat.</summary>
    public static bool IsWriting(TelegramRequest request) => request is TelegramRequest.SendMessage or TelegramRequest.EditMessageText;

    /// <summary>Whether it does nothing more when it arrives twice. The second may be refused: there is nothing left to do.</summary>
    public static bool IsIdempotent(TelegramRequest request) => request
        is TelegramRequest.GetMe
        or TelegramRequest.SetWebhook
        or TelegramRequest.DeleteWebhook
        or TelegramRequest.GetMyCommands
        or TelegramRequest.SetMyCommands
        or TelegramRequest.EditMessageText
        or TelegramRequest.AnswerCallbackQuery
        or TelegramRequest.DeleteMessage;
}
