using ChatAuth.Core;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;

namespace ChatAuth.Channels.Telegram;

/// <summary>Does what taps say: each is answered, and what it changed takes the place of the menu that it was on.</summary>
internal sealed class TelegramTaps(IChatAuth chatAuth, ITelegramSender sender, TelegramDelivery delivery, TelegramAsking asking)
{
    private static readonly CommandReply.Failed s_tooOld = new(ErrorCode.MenuOld);

    /// <summary>Handles a tap; what it asks the model is left to be awaited.</summary>
    public async Task<Task> TapAsync(TelegramEvent.Tapped tap, CancellationToken cancellationToken)
    {
        // Without its message nobody knows the topic any more, and nothing could be put in its place.
        if (tap.MessageId is not { } message)
        {
            await AnswerAsync(tap, s_tooOld, cancellationToken).ConfigureAwait(false);
            return Task.CompletedTask;
        }
        switch (await chatAuth.TapAsync(tap.Context, tap.Token, cancellationToken).ConfigureAwait(false))
        {
            case HandleResult.Handled handled:
                await AnswerAsync(tap, handled.Reply, cancellationToken).ConfigureAwait(false);
                if (handled.Reply is CommandReply.Failed) return Task.CompletedTask;
                var answer = await delivery.ReplaceAsync(tap.Place, message, TelegramMessages.Of(handled.Reply), cancellationToken).ConfigureAwait(false);
                if (TelegramDelivery.MomentOf(answer) is { } at) chatAuth.Delivered(tap.Context, handled.Reply, at);
                return Task.CompletedTask;
            case HandleResult.AskModel ask:
                await AnswerAsync(tap, null, cancellationToken).ConfigureAwait(false);
                await delivery.ReplaceAsync(tap.Place, message, [new TelegramPart("Allowed. Asking…", null, null)], cancellationToken).ConfigureAwait(false);
                return asking.AskAsync(tap.Context, tap.Place, null, ask, cancellationToken);
            default:
                await AnswerAsync(tap, null, cancellationToken).ConfigureAwait(false);
                return Task.CompletedTask;
        }
    }

    private Task AnswerAsync(TelegramEvent.Tapped tap, CommandReply? reply, CancellationToken cancellationToken) => sender.SendAsync(
        new TelegramRequest.AnswerCallbackQuery(tap.CallbackId)
        {
            Text = reply is null ? null : TelegramAlerts.Of(reply),
            ShowAlert = reply is CommandReply.Failed ? true : null,
        },
        cancellationToken);
}
