namespace ChatAuth.Core.Hosting;

/// <summary>Section <c>Telegram</c>. Its secrets come from the environment or from files, never from <c>chatauth.json</c>.</summary>
public sealed class TelegramOptions
{
    /// <summary>The bot's token, as BotFather gave it: a secret. Default null: what <see cref="TokenFile"/> holds.</summary>
    public string? Token { get; set; }

    /// <summary>A file of its owner alone that holds the token; relative to the state directory. Default null: the credential <c>telegram-token</c> of the systemd unit.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Where the Bot API is; https, or http on this machine. Default Telegram's own.</summary>
    public string BaseUrl { get; set; } = "https://api.telegram.org";

    /// <summary><c>polling</c> or <c>webhook</c>. Default <c>polling</c>.</summary>
    public string Transport { get; set; } = "polling";

    /// <summary>The address where Telegram brings updates; only with the transport <c>webhook</c>.</summary>
    public TelegramWebhookOptions Webhook { get; set; } = new();

    /// <summary>Keep to Telegram's pace of messages a second. Default true.</summary>
    public bool KeepPace { get; set; } = true;
}
