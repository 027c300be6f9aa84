using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Telegram;

/// <summary>A plain message that a bot's client library received, for bots that answer such messages.</summary>
public static class TelegramIncomingMessage
{
    /// <summary>Who wrote it, and where: the same conversation as that of commands there. A forwarded text is passed on, and never a command.</summary>
    /// <param name="messageJson">The message as Telegram's JSON.</param>
    /// <param name="bot">The bot that received it.</param>
    /// <returns>Null where no person wrote it (bots, channels, anonymous administrators), where it is a business account's, and for what is no message.</returns>
    public static CommandContext? ContextOf(ReadOnlySpan<byte> messageJson, TelegramBot bot) =>
        TelegramUpdateJson.Find(messageJson, TelegramUpdateJson.Default.IncomingMessage) is { } message ? TelegramMessageReader.PlainContextOf(message, bot) : null;
}
