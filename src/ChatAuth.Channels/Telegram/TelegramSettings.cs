using ChatAuth.Core.Credentials;

namespace ChatAuth.Channels.Telegram;

/// <summary>The validated section <c>Telegram</c>.</summary>
/// <param name="Token">The bot's token, as BotFather gave it.</param>
public sealed record TelegramSettings(Secret Token)
{
    /// <summary>Where the Bot API is; a local server can be named. Default Telegram's own.</summary>
    public Uri BaseUrl { get; init; } = BotApiAddress.Official;

    /// <summary>How updates come. Default polling.</summary>
    public TelegramTransport Transport { get; init; }

    /// <summary>The public https address of this bot's webhook; null where updates are polled.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>What Telegram proves itself with at the webhook; null where updates are polled.</summary>
    public Secret? WebhookSecret { get; init; }

    /// <summary>Keep to Telegram's pace of one message a second in a chat, twenty a minute in a group and thirty a second in all. Default true; a local Bot API server needs it too, because it passes everything on.</summary>
    public bool KeepsPace { get; init; } = true;
}
