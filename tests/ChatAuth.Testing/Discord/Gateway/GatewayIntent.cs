namespace ChatAuth.Testing.Discord.Gateway;

/// <summary>What an application asks to hear of, as bits.</summary>
internal static class GatewayIntent
{
    public const int Guilds = 1 << 0;
    public const int GuildMessages = 1 << 9;
    public const int DirectMessages = 1 << 12;
    public const int MessageContent = 1 << 15;
}
