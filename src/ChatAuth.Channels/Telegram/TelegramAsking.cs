using ChatAuth.Channels.Conversations;
using ChatAuth.Core;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Telegram;

/// <summary>Has messages answered by the model: one after another in a conversation, with "typing" shown, while commands there go on being handled.</summary>
internal sealed class TelegramAsking(
    IChatAuth chatAuth, ITelegramSender sender, TelegramDelivery delivery, TelegramChannelOptions options, TimeProvider time)
{
    /// <summary>Telegram shows "typing" for five seconds.</summary>
    private static readonly TimeSpan TypingPeriod = TimeSpan.FromSeconds(4);

    private readonly Questions _questions = new(chatAuth, options.HistoryExchanges, options.GroupHistoryExchanges, time);

    /// <summary>Asks, and brings the answer to where the question came from.</summary>
    /// <param name="context">Who asks, by which message or tap.</param>
    /// <param name="place">Where the answer goes.</param>
    /// <param name="answers">The message that it answers; null for none.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="cancellationToken">Cancels; the attempt is then of unknown outcome.</param>
    public Task AskAsync(CommandContext context, TelegramPlace place, long? answers, HandleResult.AskModel ask, CancellationToken cancellationToken) =>
        _questions.AskAsync(context, ask, async asking =>
        {
            var result = await WhileTypingAsync(place, asking, cancellationToken).ConfigureAwait(false);
            return await delivery.SendAsync(place, answers, PartsOf(result), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>The conversation begins anew, once the answers that it waits for are there.</summary>
    public Task ForgetAsync(CommandContext context) => _questions.ForgetAsync(context);

    private IReadOnlyList<TelegramPart> PartsOf(AskResult result) => result switch
    {
        AskResult.Answer answer => TelegramAnswers.Of(answer, options.ShowReceipts),
        AskResult.Refused refused => TelegramMessages.Of(refused.Reply),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    private async Task<AskResult> WhileTypingAsync(TelegramPlace place, Task<AskResult> asking, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = ShowTypingAsync(place, done.Token);
        try
        {
            return await asking.ConfigureAwait(false);
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
            // It ends by being cancelled; an answer is not lost for what was shown meanwhile.
            await typing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ShowTypingAsync(TelegramPlace place, CancellationToken cancellationToken)
    {
        var typing = new TelegramRequest.SendChatAction(place.ChatId, "typing") { MessageThreadId = place.TopicId };
        while (true)
        {
            await sender.SendAsync(typing, cancellationToken).ConfigureAwait(false);
            await Task.Delay(TypingPeriod, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
