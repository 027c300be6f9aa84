using System.Globalization;
using ChatAuth.Core.Access;
using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Telegram;

/// <summary>Reads a message: whose words it is, whether they are meant for this bot, and what else it carries.</summary>
internal static class TelegramMessageReader
{
    private static readonly long s_lastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>A new message.</summary>
    public static TelegramEvent Read(TelegramUpdate.IncomingMessage message, TelegramBot bot)
    {
        if (IsAnothersBusiness(message)) return new TelegramEvent.Nothing();
        if (message.MigrateToChatId is not 0 and var to) return Moved(bot, message.Chat.Id, to);
        if (message.MigrateFromChatId is not 0 and var from) return Moved(bot, from, message.Chat.Id);
        if (SenderOf(message) is not { } person || TextOf(message) is not { } text) return Overhear(message, bot);

        var place = TelegramPlace.Of(message);
        var isPassedOn = IsPassedOn(message);
        var naming = isPassedOn
            ? new TelegramNaming(text, IsOurs: false, IsOurCommand: false)
            : TelegramNaming.Read(text, message.Entities ?? message.CaptionEntities, bot);
        var isAddressed = place.IsPrivate || naming.IsOurs || (!isPassedOn && Answers(message, bot));
        var mayBeForUs = isAddressed || (!isPassedOn && TelegramNaming.IsCommand(naming.Text));
        if (!mayBeForUs || string.IsNullOrWhiteSpace(naming.Text)) return Overhear(message, bot);

        var context = ContextOf(message, bot, place, person) with
        {
            Standing = isPassedOn ? TextStanding.PassedOn : TextStanding.Own,
            IsOnlyBot = place.IsPrivate || naming.IsOurCommand,
        };
        return new TelegramEvent.Said(context, naming.Text, place, message.MessageId, isAddressed) { Carried = TelegramCarried.By(message) };
    }

    /// <summary>A message that nothing is done with, whatever it says.</summary>
    public static TelegramEvent Overhear(TelegramUpdate.IncomingMessage message, TelegramBot bot)
    {
        if (IsAnothersBusiness(message) || message.From?.Id == bot.Id) return new TelegramEvent.Nothing();
        var carried = TelegramCarried.By(message);
        var texts = TextOf(message) is { } text ? [text, .. carried] : carried;
        if (texts.Count == 0) return new TelegramEvent.Nothing();
        var place = TelegramPlace.Of(message);
        var context = ContextOf(message, bot, place, SenderOf(message)) with { Standing = TextStanding.Overheard };
        return new TelegramEvent.Overheard(context, texts, place, message.MessageId);
    }

    /// <summary>A new message that the bot answers itself, in its own way; null where no person wrote it to the bot.</summary>
    public static CommandContext? PlainContextOf(TelegramUpdate.IncomingMessage message, TelegramBot bot) =>
        IsAnothersBusiness(message) || SenderOf(message) is not { } person ? null : ContextOf(message, bot, TelegramPlace.Of(message), person) with
        {
            Standing = IsPassedOn(message) ? TextStanding.PassedOn : TextStanding.Own,
            IsOnlyBot = false,
            HasButtons = false,
            ReportsDelivery = false,
        };

    /// <summary>Sent in the name of a business account, or to the bot as a guest: other contracts than a chat's.</summary>
    private static bool IsAnothersBusiness(TelegramUpdate.IncomingMessage message) =>
        message.SenderBusinessBot || message.BusinessConnectionId is { Length: > 0 } || message.GuestQueryId is { Length: > 0 };

    private static bool IsPassedOn(TelegramUpdate.IncomingMessage message) => message.ForwardOrigin || message.ForwardDate;

    private static TelegramEvent Moved(TelegramBot bot, long from, long to) =>
        new TelegramEvent.Migrated(TelegramPlace.KeyOf(bot, from), TelegramPlace.KeyOf(bot, to));

    /// <summary>The person whose message it is. In a channel, and in the letters to one, nobody: many would share a conversation unseen.</summary>
    private static Person? SenderOf(TelegramUpdate.IncomingMessage message) =>
        message is { SenderChat: false, ViaBot: false, Chat: { IsDirectMessages: false, Type: "private" or "group" or "supergroup" } }
            ? TelegramContext.PersonOf(message.From)
            : null;

    private static string? TextOf(TelegramUpdate.IncomingMessage message) => message.Text ?? message.Caption;

    /// <summary>It replies to what this bot wrote. In a topic every message "replies" to the one that opened it, which the bot may have done.</summary>
    private static bool Answers(TelegramUpdate.IncomingMessage message, TelegramBot bot) =>
        message.ReplyToMessage is { ForumTopicCreated: false } answered
        && answered.From?.Id == bot.Id
        && !(message.IsTopicMessage && answered.MessageId == message.MessageThreadId);

    private static CommandContext ContextOf(TelegramUpdate.IncomingMessage message, TelegramBot bot, TelegramPlace place, Person? person) =>
        TelegramContext.Of(bot, place, person, string.Create(CultureInfo.InvariantCulture, $"m:{message.Chat.Id}:{message.MessageId}")) with
        {
            SentAt = message.Date > 0 && message.Date <= s_lastSecond ? DateTimeOffset.FromUnixTimeSeconds(message.Date) : null,
            Sequence = message.MessageId,
        };
}
