namespace ChatAuth.DiscordNet;

/// <summary>How ChatAuth lives in a bot on Discord.Net.</summary>
public sealed class DiscordNetOptions
{
    /// <summary>
    /// Registers <c>/model</c> and <c>/ask</c> for everybody when the client is ready, where they are missing or differ; the bot's other commands are never touched. Default true.
    /// </summary>
    public bool RegisterCommands { get; set; } = true;

    /// <summary>Registers and answers <c>/ask</c> too. False for a bot that has a command of this name. Default true.</summary>
    public bool Ask { get; set; } = true;

    /// <summary>The bot has no commands and components of its own: every interaction is answered. Default false: what is not ChatAuth's is left to the bot.</summary>
    public bool IsOnlyBot { get; set; }

    /// <summary>Where answers to interactions are sent; https, or http on this machine. Default Discord's own.</summary>
    public Uri BaseUrl { get; set; } = new("https://discord.com/api/v10");
}
