namespace ChatAuth.Channels.Telegram;

/// <summary>Who the bot is: asked of Telegram once, then known.</summary>
internal sealed class TelegramIdentity(ITelegramSender sender)
{
    private volatile TelegramBot? _bot;

    /// <summary>The bot; null before Telegram said so.</summary>
    public TelegramBot? Known => _bot;

    /// <summary>The bot; null when Telegram cannot be asked now, or does not know the token.</summary>
    public async ValueTask<TelegramBot?> FindAsync(CancellationToken cancellationToken)
    {
        if (_bot is { } known) return known;
        var answer = await sender.SendAsync(new TelegramRequest.GetMe(), cancellationToken).ConfigureAwait(false);
        return answer is TelegramAnswer.Done done && TelegramBot.TryRead(done.Result, out var bot) ? _bot = bot : null;
    }
}
