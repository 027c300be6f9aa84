namespace ChatAuth.Channels.Telegram;

/// <summary>How the channel talks.</summary>
public sealed record TelegramChannelOptions
{
    /// <summary>How many exchanges a private conversation's model is reminded of. Default 10; 0 for none.</summary>
    public int HistoryExchanges { get; init; } = 10;

    /// <summary>The same in groups, where anybody's words would go to the account that answers. Default 0.</summary>
    public int GroupHistoryExchanges { get; init; }

    /// <summary>Each answer ends with who paid for it. Default true.</summary>
    public bool ShowReceipts { get; init; } = true;
}
