namespace ChatAuth.Channels.Telegram;

/// <summary>Who the bot is: asked of Telegram once, then known.</summary>
internal sealed class TelegramIdentity(ITelegramSender sender)
{
    private readonly Lock _gate = new();
    private volatile TelegramBot? _bot;
    private Task<TelegramBot?>? _asking;

    /// <summary>The bot; null before Telegram said so.</summary>
    public TelegramBot? Known => _bot;

    /// <summary>The bot; null when Telegram cannot be asked now, or does not know the token. Whoever comes meanwhile waits for the same answer.</summary>
    public async ValueTask<TelegramBot?> FindAsync(CancellationToken cancellationToken)
    {
        if (_bot is { } known) return known;
        Task<TelegramBot?> asking;
        lock (_gate) asking = _asking is { IsCompleted: false } ? _asking : _asking = AskAsync();
        return await asking.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<TelegramBot?> AskAsync()
    {
        var answer = await sender.SendAsync(new TelegramRequest.GetMe(), CancellationToken.None).ConfigureAwait(false);
        return answer is TelegramAnswer.Done done && TelegramBot.TryRead(done.Result, out var bot) ? _bot = bot : null;
    }
}
