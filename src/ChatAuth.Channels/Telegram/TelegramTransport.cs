namespace ChatAuth.Channels.Telegram;

/// <summary>How updates come from Telegram.</summary>
public enum TelegramTransport
{
    /// <summary>We fetch them: works everywhere, behind any router.</summary>
    Polling,

    /// <summary>Telegram brings them to an https address.</summary>
    Webhook,
}
