using ChatAuth.Channels.Conversations;
using ChatAuth.Core;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Discord;

/// <summary>Has questions answered by the model, one after another in a conversation, while commands there go on being handled.</summary>
internal sealed class DiscordAsking(IChatAuth chatAuth, DiscordChannelOptions options, TimeProvider time)
{
    private readonly ConversationLanes _lanes = new();
    private readonly ShortHistory _direct = new(options.HistoryExchanges, time);
    private readonly ShortHistory _guilds = new(options.GuildHistoryExchanges, time);

    /// <summary>Asks; the answer, or why there is none, as messages.</summary>
    /// <param name="context">Who asks, by which interaction.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="cancellationToken">Cancels; the attempt is then of unknown outcome.</param>
    public Task<IReadOnlyList<DiscordMessage>> AskAsync(CommandContext context, HandleResult.AskModel ask, CancellationToken cancellationToken) =>
        _lanes.RunAsync(context.Asker.Conversation, () => AnswerAsync(context, ask, cancellationToken));

    private async Task<IReadOnlyList<DiscordMessage>> AnswerAsync(CommandContext context, HandleResult.AskModel ask, CancellationToken cancellationToken)
    {
        var history = context.Asker.IsPrivate ? _direct : _guilds;
        var conversation = context.Asker.Conversation;
        var result = await chatAuth.AskAsync(context, history.With(conversation, ask.Text), ask.Choice, cancellationToken).ConfigureAwait(false);
        switch (result)
        {
            case AskResult.Answer answer:
                history.Add(conversation, ask.Text, answer.Response.Text);
                return DiscordAnswers.Of(answer, options.ShowReceipts);
            case AskResult.Refused refused:
                return DiscordMessages.Of(refused.Reply, ephemeral: false);
            default:
                throw new InvalidOperationException();
        }
    }
}
