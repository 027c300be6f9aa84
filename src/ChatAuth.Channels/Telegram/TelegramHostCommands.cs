using ChatAuth.Core;
using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Telegram;

/// <summary>The commands that every Telegram bot has: <c>/start</c>, <c>/help</c> and <c>/new</c>. They are the gateway's own, not ChatAuth's.</summary>
internal sealed class TelegramHostCommands(IChatAuth chatAuth, TelegramAsking asking, TelegramReplies replies, TelegramDelivery delivery)
{
    /// <summary>What is typed in the place of a host's command; the text itself where it is none.</summary>
    public static string Translated(TelegramEvent.Said said) => said.Context.IsOnlyBot && IsOwn(said)
        ? WordOf(said.Text) switch
        {
            "/start" when said.Text.EndsWith(" status", StringComparison.Ordinal) => "/model status",
            "/start" or "/help" => "/model help",
            _ => said.Text,
        }
        : said.Text;

    /// <summary>Begins the conversation's context anew, if the person may ask here; false where that was not what they typed.</summary>
    public async Task<bool> TryRestartAsync(TelegramEvent.Said said, CancellationToken cancellationToken)
    {
        if (!said.Context.IsOnlyBot || !IsOwn(said) || WordOf(said.Text) != "/new") return false;
        // Who may not have messages answered may not have them forgotten either; any word tells.
        switch (await chatAuth.HandleAsync(said.Context, "new", cancellationToken).ConfigureAwait(false))
        {
            case HandleResult.AskModel:
                await RestartAsync(said, cancellationToken).ConfigureAwait(false);
                break;
            case HandleResult.Handled handled:
                await replies.ReplyAsync(said, handled.Reply, cancellationToken).ConfigureAwait(false);
                break;
        }
        return true;
    }

    private async Task RestartAsync(TelegramEvent.Said said, CancellationToken cancellationToken)
    {
        var notice = await chatAuth.RestartedAsync(said.Context, cancellationToken).ConfigureAwait(false);
        _ = asking.ForgetAsync(said.Context);
        var told = new TelegramPart(notice.ToPlainText(), null, null);
        await delivery.SendAsync(said.Place, TelegramReplies.Answered(said), [told], cancellationToken).ConfigureAwait(false);
    }

    private static bool IsOwn(TelegramEvent.Said said) => said.Context.Standing is TextStanding.Own;

    /// <summary>The first word, without the bot's name: whether the command names this bot, the reader has decided.</summary>
    private static string WordOf(string text)
    {
        var end = text.AsSpan().IndexOfAny(" \n\t@");
        return (end < 0 ? text : text[..end]).ToLowerInvariant();
    }
}
