using System.Globalization;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Channels.Telegram;

/// <summary>Where a message stands, and where its answer goes.</summary>
/// <param name="ChatId">The chat.</param>
/// <param name="TopicId">The topic to name when sending; null for the chat itself, for a forum's general topic and for a chain of replies.</param>
/// <param name="IsPrivate">Only one person and the bot are in it.</param>
internal sealed record TelegramPlace(long ChatId, long? TopicId, bool IsPrivate)
{
    /// <summary>Telegram refuses it as the topic of a message that is sent.</summary>
    private const long GeneralTopic = 1;

    public static TelegramPlace Of(TelegramUpdate.IncomingMessage message) => new(
        message.Chat.Id,
        message is { IsTopicMessage: true, MessageThreadId: not GeneralTopic } ? message.MessageThreadId : null,
        message.Chat.Type == "private");

    /// <summary>The chat of this person alone with the bot.</summary>
    public static TelegramPlace With(TelegramUpdate.User person) => new(person.Id, null, true);

    /// <summary>The place of a conversation; null where it is not this bot's.</summary>
    public static TelegramPlace? Of(SessionKey conversation, TelegramBot bot) =>
        long.TryParse(conversation.Conversation, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat)
        && KeyOf(bot, chat, long.TryParse(conversation.Thread, NumberStyles.None, CultureInfo.InvariantCulture, out var topic) ? topic : null) == conversation
            ? new TelegramPlace(chat, conversation.Thread is null ? null : topic, chat > 0) : null;

    public SessionKey KeyFor(TelegramBot bot) => KeyOf(bot, ChatId, TopicId);

    public static SessionKey KeyOf(TelegramBot bot, long chatId, long? topicId = null) => new(
        "telegram",
        bot.Id.ToString(CultureInfo.InvariantCulture),
        chatId.ToString(CultureInfo.InvariantCulture),
        topicId?.ToString(CultureInfo.InvariantCulture));
}
