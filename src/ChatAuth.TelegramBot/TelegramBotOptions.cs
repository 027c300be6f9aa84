namespace ChatAuth.TelegramBot;

/// <summary>How ChatAuth lives in a bot on Telegram.Bot.</summary>
public sealed class TelegramBotOptions
{
    /// <summary>
    /// Adds <c>/model</c>, <c>/models</c> and the aliases to the bot's menu of commands when the host starts, where they are missing or differ; its other entries stay. A bot that writes its
    /// menu itself has them added after that by <see cref="TelegramClientExtensions.RegisterChatAuthAsync"/>. Default true.
    /// </summary>
    public bool RegisterCommands { get; set; } = true;

    /// <summary>
    /// The bot has nothing of its own: every update is dealt with, plain messages as questions to the model, and the menu is ChatAuth's. Default false: what is not ChatAuth's is left to the bot.
    /// </summary>
    public bool IsOnlyBot { get; set; }
}
