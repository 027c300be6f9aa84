namespace ChatAuth.Testing.Discord;

/// <summary>Bits that the tests speak of.</summary>
public static class FakeDiscordPermissions
{
    /// <summary>Has all others.</summary>
    public const long Administrator = 1L << 3;

    public const long ManageChannels = 1L << 4;

    public const long ManageGuild = 1L << 5;

    /// <summary>What a guild grants everybody: see, write, read back, use slash commands.</summary>
    public const long Everyone = (1L << 10) | (1L << 11) | (1L << 14) | (1L << 15) | (1L << 16) | (1L << 31);

    /// <summary>All that are known.</summary>
    public const long All = (1L << 53) - 1;
}
