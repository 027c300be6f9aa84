using ChatAuth.Channels.Conversations;
using ChatAuth.Core;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Discord;

/// <summary>Has questions answered by the model, one after another in a conversation, while commands there go on being handled.</summary>
internal sealed class DiscordAsking(IChatAuth chatAuth, DiscordChannelOptions options, TimeProvider time)
{
    private readonly Questions _questions = new(chatAuth, options.HistoryExchanges, options.GuildHistoryExchanges, time);

    /// <summary>Asks; the answer, or why there is none, as messages.</summary>
    /// <param name="context">Who asks, by which interaction.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="cancellationToken">Cancels; the attempt is then of unknown outcome.</param>
    public Task<IReadOnlyList<DiscordMessage>> AskAsync(CommandContext context, HandleResult.AskModel ask, CancellationToken cancellationToken) =>
        _questions.AskAsync(context, ask, async asking => MessagesOf(await asking.ConfigureAwait(false)), cancellationToken);

    private IReadOnlyList<DiscordMessage> MessagesOf(AskResult result) => result switch
    {
        AskResult.Answer answer => DiscordAnswers.Of(answer, options.ShowReceipts),
        AskResult.Refused refused => DiscordMessages.Of(refused.Reply, ephemeral: false),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}
