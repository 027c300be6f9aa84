using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Channels.Telegram;

/// <summary>What an update is to this bot.</summary>
internal abstract record TelegramEvent
{
    private protected TelegramEvent() { }

    /// <summary>The platform's number of the update; null when it could not be read.</summary>
    public long? UpdateId { get; init; }

    /// <summary>Without what people wrote: it may hold a secret.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>A person's text that may be a command or, where <paramref name="IsAddressed"/>, a question to the model.</summary>
    /// <param name="Context">Who said it, and whose words they are: own, or passed on.</param>
    /// <param name="Text">The text or caption, without this bot's name where that only called it.</param>
    /// <param name="Place">Where the answer goes.</param>
    /// <param name="MessageId">The message.</param>
    /// <param name="IsAddressed">It is meant for this bot. False only for a slash word among others, which may be anybody's.</param>
    public sealed record Said(CommandContext Context, string Text, TelegramPlace Place, long MessageId, bool IsAddressed) : TelegramEvent
    {
        /// <summary>What else the message carries, to be looked at for secrets before the text is acted on.</summary>
        public IReadOnlyList<string> Carried { get; init; } = [];
    }

    /// <summary>Texts that are only to be looked at for secrets: talk among others, edits, posts, what no person wrote.</summary>
    /// <param name="Context">Where it was said; its person is null where the platform names none.</param>
    /// <param name="Texts">At least one.</param>
    /// <param name="Place">Where an answer would go.</param>
    /// <param name="MessageId">The message that carries them all.</param>
    public sealed record Overheard(CommandContext Context, IReadOnlyList<string> Texts, TelegramPlace Place, long MessageId) : TelegramEvent;

    /// <summary>A person's tap on a button.</summary>
    /// <param name="Context">Who tapped.</param>
    /// <param name="Token">What the button carried, or whatever somebody made of it.</param>
    /// <param name="CallbackId">What the tap is answered by.</param>
    /// <param name="Place">Where a message about it goes. The person's private chat when the platform names none.</param>
    /// <param name="MessageId">The message with the button; null when it cannot be edited any more.</param>
    public sealed record Tapped(CommandContext Context, string Token, string CallbackId, TelegramPlace Place, long? MessageId) : TelegramEvent;

    /// <summary>A group got another id. It is told twice, from either side.</summary>
    /// <param name="From">The group's conversation until now.</param>
    /// <param name="To">The same conversation from now on.</param>
    public sealed record Migrated(SessionKey From, SessionKey To) : TelegramEvent;

    /// <summary>Not for this bot, and without a word.</summary>
    public sealed record Nothing : TelegramEvent;

    /// <summary>No update, or one that contradicts the platform's own description.</summary>
    public sealed record Unreadable : TelegramEvent;
}
