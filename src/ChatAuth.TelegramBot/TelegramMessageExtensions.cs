using System.Text.Json;
using ChatAuth.Channels.Telegram;
using ChatAuth.Core.Commands;
using Telegram.Bot;
using Telegram.Bot.Types;
using Identity = ChatAuth.Channels.Telegram.TelegramBot;

namespace ChatAuth.TelegramBot;

/// <summary>Plain messages, for bots that answer them with <c>IChatAuth</c>.</summary>
public static class TelegramMessageExtensions
{
    /// <summary>Who wrote a message, and where. A topic follows its group; forwarded words are a question perhaps, never a command.</summary>
    /// <param name="message">The message, as it was received.</param>
    /// <param name="bot">The bot, as <c>GetMe</c> says.</param>
    /// <returns>Null where no person wrote it: bots, channels and anonymous administrators are never asked or answered. Nor are messages to a business account.</returns>
    public static CommandContext? ToCommandContext(this Message message, User bot)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(bot);
        return TelegramIncomingMessage.ContextOf(
            JsonSerializer.SerializeToUtf8Bytes(message, JsonBotAPI.Options), new Identity(bot.Id, bot.Username ?? "", bot.CanReadAllGroupMessages));
    }
}
