using ChatAuth.Core.Diagnostics;

namespace ChatAuth.Channels.Telegram;

/// <summary>Whether Telegram knows the bot's token, and what the bot is told in groups.</summary>
/// <param name="find">Finds what carries the question; null where no bot is configured.</param>
internal sealed class TelegramBotCheck(Func<ITelegramSender?> find) : ICheck
{
    public string Name => "telegram-bot";

    public async Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var sender = find();
        if (sender is null) return new CheckResult.Skipped("No Telegram bot is configured: set CHATAUTH__TELEGRAM__TOKEN or Telegram:TokenFile.");
        return await sender.SendAsync(new TelegramRequest.GetMe(), cancellationToken).ConfigureAwait(false) switch
        {
            TelegramAnswer.Done done when TelegramBot.TryRead(done.Result, out var bot) => Privacy(bot!),
            TelegramAnswer.Refused { Code: 401 or 404 } => Found(
                "telegram-token-refused", FindingSeverity.Error, "Telegram does not know the bot's token.", "Ask @BotFather for the token (/token), and set CHATAUTH__TELEGRAM__TOKEN to it."),
            _ => Found(
                "telegram-unreachable", FindingSeverity.Error, "Telegram does not answer.", "Check the network, and Telegram:BaseUrl where a Bot API server of your own is used."),
        };
    }

    /// <summary>Not a fault either way, but what people wonder about most.</summary>
    private static CheckResult Privacy(TelegramBot bot) => bot.ReadsAllGroupMessages
        ? new CheckResult.Passed($"@{bot.Username} answers. Privacy mode is off: in groups it is told every message, and answers those that mention it or reply to it.")
        : Found(
            "telegram-privacy-mode", FindingSeverity.Warning,
            $"@{bot.Username} answers. Privacy mode is on: in groups it is told commands and replies to it, but neither plain mentions nor /opus@work, which looks like a command to another bot.",
            "Type /model opus@work there; or turn it off with @BotFather (/setprivacy), then remove the bot from the group and add it again.");

    private static CheckResult.Found Found(string code, FindingSeverity severity, string message, string remedy) =>
        new([new Finding(code, severity, message, remedy)]);
}
