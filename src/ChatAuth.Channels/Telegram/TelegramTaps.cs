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
            await RefuseAsync(tap, s_tooOld, cancellationToken).ConfigureAwait(false);
            return Task.CompletedTask;
        }
        switch (await chatAuth.TapAsync(tap.Context, tap.Token, cancellationToken).ConfigureAwait(false))
        {
            case HandleResult.Handled { Reply: CommandReply.Failed failed }:
                await RefuseAsync(tap, failed, cancellationToken).ConfigureAwait(false);
                return Task.CompletedTask;
            case HandleResult.Handled handled:
                await AnswerAsync(tap, handled.Reply, cancellationToken).ConfigureAwait(false);
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

    /// <summary>A refusal leaves the menu and is an alert; a message where it says more, or where Telegram shows no alert any more.</summary>
    private async Task RefuseAsync(TelegramEvent.Tapped tap, CommandReply.Failed failed, CancellationToken cancellationToken)
    {
        var isMessage = IsMore(failed);
        var isShown = await AnswerAsync(tap, isMessage ? null : failed, cancellationToken).ConfigureAwait(false);
        if (isShown && !isMessage) return;
        await delivery.SendAsync(tap.Place, null, TelegramMessages.Of(failed), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A silent change, or what became of a message that may have been charged: an alert is dismissed, and has no buttons.</summary>
    private static bool IsMore(CommandReply.Failed failed) =>
        failed.Notices.Count > 0 || failed.Code == ErrorCode.AttemptOpen || failed.Code == ErrorCode.AlreadyAnswered;

    /// <summary>False where Telegram took no answer: the tap is too old by now, or was answered by a process that died.</summary>
    private async Task<bool> AnswerAsync(TelegramEvent.Tapped tap, CommandReply? reply, CancellationToken cancellationToken)
    {
        var answer = new TelegramRequest.AnswerCallbackQuery(tap.CallbackId)
        {
            Text = reply is null ? null : TelegramAlerts.Of(reply),
            ShowAlert = reply is CommandReply.Failed ? true : null,
        };
        return await sender.SendAsync(answer, cancellationToken).ConfigureAwait(false) is TelegramAnswer.Done;
    }
}
