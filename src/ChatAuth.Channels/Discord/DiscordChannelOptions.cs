namespace ChatAuth.Channels.Discord;

/// <summary>How the channel talks.</summary>
public sealed record DiscordChannelOptions
{
    /// <summary>
    /// The application's number: in its conversations alone can notices be told that no reply carries. Default null: that of the first interaction, before which
    /// nobody is told anything.
    /// </summary>
    public string? ApplicationId { get; init; }

    /// <summary>How many exchanges a direct conversation's model is reminded of. Default 10; 0 for none.</summary>
    public int HistoryExchanges { get; init; } = 10;

    /// <summary>The same in guilds, where anybody's words would go to the account that answers. Default 0.</summary>
    public int GuildHistoryExchanges { get; init; }

    /// <summary>Each answer ends with who paid for it. Default true.</summary>
    public bool ShowReceipts { get; init; } = true;
}
