namespace ChatAuth.Channels.Discord;

/// <summary>How long the bot, or everything from this address of the network, has to be silent.</summary>
internal sealed class GlobalWaits
{
    private readonly Lock _lock = new();
    private TimeSpan _bot;
    private TimeSpan _address;

    /// <summary>Keeps what a 429 said.</summary>
    public void Keep(DiscordLimit.Extent reach, TimeSpan until)
    {
        lock (_lock)
        {
            if (reach is DiscordLimit.Extent.Global) _bot = Later(_bot, until);
            if (reach is DiscordLimit.Extent.Address) _address = Later(_address, until);
        }
    }

    /// <summary>When a request may be sent.</summary>
    /// <param name="isBots">It counts for the bot's limit.</param>
    public TimeSpan FreeAt(bool isBots)
    {
        lock (_lock) return isBots ? Later(_bot, _address) : _address;
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
