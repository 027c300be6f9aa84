namespace ChatAuth.Testing.Telegram;

/// <summary>How a <see cref="FakeTelegramServer"/> behaves. The defaults are those of a bot that was just made.</summary>
public sealed record FakeTelegramOptions
{
    /// <summary>Dates, the flood limit and the window of a tap follow it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether too many messages are refused. Load tests turn it off.</summary>
    public bool FloodLimit { get; init; } = true;

    /// <summary>Privacy mode is off: the bot sees every message of its groups. Telegram's default is on.</summary>
    public bool CanReadAllGroupMessages { get; init; }

    /// <summary>Webhooks may be plain HTTP on loopback, on any port. Telegram takes neither.</summary>
    public bool LoopbackWebhooks { get; init; } = true;

    /// <summary>How long after a failed delivery the webhook is tried again.</summary>
    public TimeSpan WebhookRetryDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long a tap may be answered.</summary>
    public TimeSpan CallbackWindow { get; init; } = TelegramLimits.CallbackWindow;

    /// <summary>The name of the bot, without the <c>@</c>.</summary>
    public string BotUsername { get; init; } = "ChatAuthTestBot";

    /// <summary>The number that the token begins with.</summary>
    public long BotId { get; init; } = 7_000_000_001;

    /// <summary>The id of the first update.</summary>
    public long FirstUpdateId { get; init; } = 500_000_001;
}
