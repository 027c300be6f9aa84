using System.Buffers;
using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>What a host tells about a conversation, and what is said about messages that are no command.</summary>
internal sealed class ConversationEvents(
    SessionUpdater sessions, ISessionStore store, TurnFactory turns, ChatAuthSettings settings, PickerMemory pickers)
{
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n@:");

    public static CommandReply SecretFound(CommandContext context, bool certain) => new CommandReply.Failed(ErrorCode.SecretInMessage)
    {
        Visibility = context.Visibility, DeleteOriginal = certain,
    };

    /// <summary>What comes nearest is told to those who may see what there is.</summary>
    public async Task<CommandReply> CommandUnknownAsync(CommandContext context, string text, CancellationToken cancellationToken)
    {
        var turn = await turns.OpenAsync(context, cancellationToken).ConfigureAwait(false);
        var draft = await sessions.PeekAsync(context, cancellationToken).ConfigureAwait(false);
        if (!turn.RightsOf(draft).HasFlag(Rights.View)) return turn.Display.Failed(draft, ErrorCode.RightMissing);
        var word = text.AsSpan().Trim().TrimStart('/');
        var end = word.IndexOfAny(WordEnds);
        var typed = (end < 0 ? word : word[..end]).ToString();
        var near = NearMiss.Of(typed, [.. settings.Catalog.Aliases.Keys, "model", "models"]);
        return new CommandReply.Failed(ErrorCode.CommandUnknown)
        {
            Visibility = context.Visibility, Column = 1, Works = [.. near.Select(name => $"/{name}")],
        };
    }

    public async Task<bool> MayAskAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var draft = await sessions.PeekAsync(context, cancellationToken).ConfigureAwait(false);
        return (await turns.RightsOfAsync(context, draft, cancellationToken).ConfigureAwait(false)).HasFlag(Rights.Ask);
    }

    /// <summary>Who asks by a command is told what is missing, and how an owner gives it.</summary>
    public async Task<CommandReply> RightMissingAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var turn = await turns.OpenAsync(context, cancellationToken).ConfigureAwait(false);
        return turn.Display.Failed(await sessions.PeekAsync(context, cancellationToken).ConfigureAwait(false), ErrorCode.RightMissing);
    }

    public void Delivered(CommandContext context, CommandReply reply, DateTimeOffset at)
    {
        if (reply is CommandReply.Picker) pickers.Deliver(context, at);
    }

    public async Task<Notice> RestartedAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var turn = await turns.OpenAsync(context, cancellationToken).ConfigureAwait(false);
        return await sessions.UpdateAsync<Notice>(context, draft =>
        {
            var before = draft.State.ChoiceId;
            if (!draft.IsRepeat) draft.Apply(new SessionEvent.SessionRestarted(settings.PinsEndWithSession, draft.Draw()));
            return new Notice.ContextRestarted(turn.Display.Session(draft), draft.State.ChoiceId != before);
        }, cancellationToken).ConfigureAwait(false);
    }

    public Task CompactedAsync(CommandContext context, CancellationToken cancellationToken) =>
        sessions.UpdateAsync(context, draft => draft.Apply(new SessionEvent.SessionCompacted()), cancellationToken);

    public Task<MoveOutcome> MovedAsync(SessionKey from, SessionKey to, CancellationToken cancellationToken) => store.MoveAsync(from, to, cancellationToken);
}
