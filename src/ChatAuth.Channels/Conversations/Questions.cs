using ChatAuth.Core;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Conversations;

/// <summary>
/// Has questions to the model answered one after another in a conversation, each with what was just said there, while commands go on being handled.
/// </summary>
/// <param name="chatAuth">Asks.</param>
/// <param name="privateExchanges">How many exchanges a conversation of one person is reminded of.</param>
/// <param name="sharedExchanges">The same where several people are.</param>
/// <param name="time">The clock.</param>
internal sealed class Questions(IChatAuth chatAuth, int privateExchanges, int sharedExchanges, TimeProvider time)
{
    private readonly ConversationLanes _lanes = new();
    private readonly ShortHistory _private = new(privateExchanges, time);
    private readonly ShortHistory _shared = new(sharedExchanges, time);

    /// <summary>Asks when its turn has come, and has the answer delivered before the next one is asked.</summary>
    /// <param name="context">Who asks, by which message or tap.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="deliver">Gets the question under way.</param>
    /// <param name="cancellationToken">Cancels; the attempt is then of unknown outcome.</param>
    public Task<T> AskAsync<T>(CommandContext context, HandleResult.AskModel ask, Func<Task<AskResult>, Task<T>> deliver, CancellationToken cancellationToken) =>
        _lanes.RunAsync(context.Asker.Conversation, () => deliver(AskAsync(context, ask, cancellationToken)));

    /// <summary>The conversation begins anew, once the answers that it waits for are there: they belong to the time before.</summary>
    public Task ForgetAsync(CommandContext context) => _lanes.RunAsync(context.Asker.Conversation, () =>
    {
        HistoryOf(context).Forget(context.Asker.Conversation);
        return Task.FromResult(true);
    });

    private async Task<AskResult> AskAsync(CommandContext context, HandleResult.AskModel ask, CancellationToken cancellationToken)
    {
        var history = HistoryOf(context);
        var conversation = context.Asker.Conversation;
        var result = await chatAuth.AskAsync(context, history.With(conversation, ask.Text), ask.Choice, cancellationToken).ConfigureAwait(false);
        if (result is AskResult.Answer answer) history.Add(conversation, ask.Text, answer.Response.Text);
        return result;
    }

    private ShortHistory HistoryOf(CommandContext context) => context.Asker.IsPrivate ? _private : _shared;
}
