using ChatAuth.Core.Buttons;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>
/// Does what a tapped button says, if it is this person's, of today, and still means one thing. It is then the same command as when typed, on the
/// condition that the choice is the one that it was drawn under: a stale button gets the list afresh, never another effect than its label's.
/// </summary>
internal sealed class TapCommands(TurnFactory turns, SessionUpdater sessions, ButtonSigner buttons, ModelCommandHandler commands, ViewCommands views)
{
    public async Task<HandleResult> TapAsync(CommandContext context, string text, CancellationToken cancellationToken)
    {
        var validity = buttons.Read(context.Asker, text, out var token);
        var turn = await turns.OpenAsync(context with { Tap = token }, cancellationToken).ConfigureAwait(false);
        var draft = await sessions.PeekAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        // Whose a menu was that no key knows any more, nobody can tell: others could see it change.
        if (validity is ButtonValidity.Foreign) return new HandleResult.Handled(turn.Display.Failed(draft, ErrorCode.MenuForeign));
        if (validity is ButtonValidity.KeyGone && !context.Asker.IsPrivate) return new HandleResult.Handled(turn.Display.Failed(draft, ErrorCode.MenuOld));
        if (validity is not ButtonValidity.Valid || new ButtonMeaning(turn, draft).CommandOf(token) is not { } command)
        {
            return new HandleResult.Handled(await views.FreshListAsync(turn, null, cancellationToken).ConfigureAwait(false));
        }
        var result = await commands.HandleAsync(turn, command, cancellationToken).ConfigureAwait(false);
        return result is HandleResult.Handled { Reply: CommandReply.Failed failed } && IsStale(failed.Code) && !IsAnswer(token.Action)
            ? new HandleResult.Handled(await views.FreshListAsync(turn, failed, cancellationToken).ConfigureAwait(false))
            : result;
    }

    /// <summary>The choice, or the list, is not what it was when the button was drawn.</summary>
    private static bool IsStale(ErrorCode code) => code == ErrorCode.ChoiceMoved || code == ErrorCode.PageUnknown;

    /// <summary>Who taps an answer too late is told so; a list would not answer anything.</summary>
    private static bool IsAnswer(ReplyActionKind action) =>
        action is ReplyActionKind.AllowOnce or ReplyActionKind.AllowSession or ReplyActionKind.AllowNever or ReplyActionKind.Deny;
}
