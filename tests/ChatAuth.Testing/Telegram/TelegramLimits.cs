namespace ChatAuth.Testing.Telegram;

/// <summary>The figures that the fake holds bots to. Where Telegram publishes none, the remark says what was chosen.</summary>
public static class TelegramLimits
{
    /// <summary>A text after its entities were parsed, in UTF-16 units.</summary>
    public const int Text = 4096;

    /// <summary>A text before that, in bytes of UTF-8.</summary>
    public const int RawTextBytes = 1 << 15;

    /// <summary>What a button hands back, in bytes of UTF-8.</summary>
    public const int CallbackDataBytes = 64;

    /// <summary>Buttons of a message. No figure is published; more is refused in practice.</summary>
    public const int Buttons = 100;

    /// <summary>What answers a tap, in characters.</summary>
    public const int CallbackAnswer = 200;

    /// <summary>How long a tap may be answered. No figure is published; the strictest that bot authors report.</summary>
    public static readonly TimeSpan CallbackWindow = TimeSpan.FromSeconds(15);

    /// <summary>How old a message may be that is deleted.</summary>
    public static readonly TimeSpan Deletion = TimeSpan.FromHours(48);

    /// <summary>Commands of one menu.</summary>
    public const int Commands = 100;

    /// <summary>The name of a command, in characters.</summary>
    public const int CommandName = 32;

    /// <summary>The description of a command, in characters.</summary>
    public const int CommandDescription = 256;

    /// <summary>Messages a second to one chat.</summary>
    public const int MessagesPerSecondInChat = 1;

    /// <summary>Messages that one chat takes at once before that pace holds. No figure is published: "short bursts".</summary>
    public const int BurstInChat = 3;

    /// <summary>Messages a minute to one group.</summary>
    public const int MessagesPerMinuteInGroup = 20;

    /// <summary>Messages a second to all chats together.</summary>
    public const int MessagesPerSecond = 30;

    /// <summary>The longest that <c>getUpdates</c> waits, in seconds.</summary>
    public const int PollSeconds = 50;

    /// <summary>The most updates of one answer.</summary>
    public const int Updates = 100;

    /// <summary>The secret of a webhook, in characters.</summary>
    public const int WebhookSecret = 256;

    /// <summary>Deliveries to a webhook at once, where it names no figure.</summary>
    public const int WebhookConnections = 40;
}
