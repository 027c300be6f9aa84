using System.Text.Json.Serialization;

namespace ChatAuth.Channels.Telegram;

/// <summary>A request to the Bot API; its properties are the method's parameters, named as Telegram names them in snake case.</summary>
public abstract record TelegramRequest
{
    private protected TelegramRequest(string method) => Method = method;

    /// <summary>The method, such as <c>sendMessage</c>; it stands in the address, not among the parameters.</summary>
    [JsonIgnore]
    public string Method { get; }

    /// <summary><c>getMe</c>.</summary>
    public sealed record GetMe() : TelegramRequest("getMe");

    /// <summary><c>getUpdates</c>.</summary>
    /// <param name="Offset">The first update wanted; those before it are confirmed. Null confirms none.</param>
    /// <param name="Limit">How many at most, 1 to 100.</param>
    /// <param name="Timeout">How long to wait for one, in seconds.</param>
    /// <param name="AllowedUpdates">The kinds wanted.</param>
    public sealed record GetUpdates(long? Offset, int Limit, int Timeout, IReadOnlyList<string> AllowedUpdates) : TelegramRequest("getUpdates");

    /// <summary><c>setWebhook</c>.</summary>
    /// <param name="Url">Where updates go; https.</param>
    /// <param name="SecretToken">What they carry as proof; a secret.</param>
    /// <param name="AllowedUpdates">The kinds wanted.</param>
    /// <param name="MaxConnections">How many at once, 1 to 100.</param>
    public sealed record SetWebhook(string Url, string SecretToken, IReadOnlyList<string> AllowedUpdates, int MaxConnections) : TelegramRequest("setWebhook")
    {
        /// <summary>Without the secret.</summary>
        public override string ToString() => Method;
    }

    /// <summary><c>deleteWebhook</c>; waiting updates stay.</summary>
    public sealed record DeleteWebhook() : TelegramRequest("deleteWebhook");

    /// <summary><c>getMyCommands</c>.</summary>
    /// <param name="Scope">Whose menu.</param>
    public sealed record GetMyCommands(TelegramScope Scope) : TelegramRequest("getMyCommands");

    /// <summary><c>setMyCommands</c>.</summary>
    /// <param name="Commands">The menu, at most 100.</param>
    /// <param name="Scope">Whose menu.</param>
    public sealed record SetMyCommands(IReadOnlyList<TelegramCommand> Commands, TelegramScope Scope) : TelegramRequest("setMyCommands");

    /// <summary><c>sendMessage</c>.</summary>
    /// <param name="ChatId">The chat.</param>
    /// <param name="Text">1 to 4096 UTF-16 units.</param>
    public sealed record SendMessage(long ChatId, string Text) : TelegramRequest("sendMessage")
    {
        /// <summary>The topic; null for the chat itself, and for a forum's general topic.</summary>
        public long? MessageThreadId { get; init; }

        /// <summary>Spans of the text that are formatted; null for none.</summary>
        public IReadOnlyList<TelegramEntity>? Entities { get; init; }

        /// <summary>The message that it answers; null for none.</summary>
        public TelegramReply? ReplyParameters { get; init; }

        /// <summary>The buttons; null for none.</summary>
        public TelegramKeyboard? ReplyMarkup { get; init; }

        /// <summary>No preview of links: a preview fetches what a model wrote.</summary>
        public TelegramLinkPreview LinkPreviewOptions { get; init; } = new(true);
    }

    /// <summary><c>editMessageText</c>.</summary>
    /// <param name="ChatId">The chat.</param>
    /// <param name="MessageId">The message.</param>
    /// <param name="Text">1 to 4096 UTF-16 units.</param>
    public sealed record EditMessageText(long ChatId, long MessageId, string Text) : TelegramRequest("editMessageText")
    {
        /// <summary>Spans of the text that are formatted; null for none.</summary>
        public IReadOnlyList<TelegramEntity>? Entities { get; init; }

        /// <summary>The buttons; null takes them away.</summary>
        public TelegramKeyboard? ReplyMarkup { get; init; }

        /// <summary>No preview of links.</summary>
        public TelegramLinkPreview LinkPreviewOptions { get; init; } = new(true);
    }

    /// <summary><c>answerCallbackQuery</c>.</summary>
    /// <param name="CallbackQueryId">The tap.</param>
    public sealed record AnswerCallbackQuery(string CallbackQueryId) : TelegramRequest("answerCallbackQuery")
    {
        /// <summary>What is shown, up to 200 characters; null for nothing.</summary>
        public string? Text { get; init; }

        /// <summary>It must be dismissed, instead of passing by.</summary>
        public bool? ShowAlert { get; init; }
    }

    /// <summary><c>deleteMessage</c>.</summary>
    /// <param name="ChatId">The chat.</param>
    /// <param name="MessageId">The message.</param>
    public sealed record DeleteMessage(long ChatId, long MessageId) : TelegramRequest("deleteMessage");

    /// <summary><c>sendChatAction</c>: shown for five seconds.</summary>
    /// <param name="ChatId">The chat.</param>
    /// <param name="Action">Such as <c>typing</c>.</param>
    public sealed record SendChatAction(long ChatId, string Action) : TelegramRequest("sendChatAction")
    {
        /// <summary>The topic; null for the chat itself.</summary>
        public long? MessageThreadId { get; init; }
    }
}

/// <summary>An entry of the commands menu.</summary>
/// <param name="Command">1 to 32 of <c>a-z 0-9 _</c>, without the slash.</param>
/// <param name="Description">1 to 256 characters.</param>
public sealed record TelegramCommand(string Command, string Description);

/// <summary>Whose commands menu it is.</summary>
/// <param name="Type">Such as <c>all_private_chats</c>.</param>
public sealed record TelegramScope(string Type);

/// <summary>A formatted span of a text, in UTF-16 units.</summary>
/// <param name="Type">Such as <c>code</c>.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">How long it is.</param>
public sealed record TelegramEntity(string Type, int Offset, int Length);

/// <summary>The message that another one answers.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="AllowSendingWithoutReply">Send it also when that message is gone.</param>
public sealed record TelegramReply(long MessageId, bool AllowSendingWithoutReply = true);

/// <summary>Whether links are previewed.</summary>
/// <param name="IsDisabled">They are not.</param>
public sealed record TelegramLinkPreview(bool IsDisabled);

/// <summary>Buttons below a message.</summary>
/// <param name="InlineKeyboard">Rows of buttons.</param>
public sealed record TelegramKeyboard(IReadOnlyList<IReadOnlyList<TelegramButton>> InlineKeyboard);

/// <summary>A button: it hands back a token, or opens an address.</summary>
/// <param name="Text">What it says.</param>
public sealed record TelegramButton(string Text)
{
    /// <summary>What a tap hands back, 1 to 64 bytes; null for a link.</summary>
    public string? CallbackData { get; init; }

    /// <summary>The address that it opens; null for a token.</summary>
    public string? Url { get; init; }
}
