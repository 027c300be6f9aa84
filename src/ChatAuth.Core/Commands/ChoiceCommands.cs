using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>Changes of the choice that name no model and no profile: reset, unpin, inherit, undo.</summary>
internal sealed class ChoiceCommands(SessionUpdater sessions)
{
    public Task<CommandReply> ResetAsync(Turn turn, CancellationToken cancellationToken) => ChangeAsync(
        turn, ChoiceChange.Reset, Rights.Switch, draft => draft.Apply(new SessionEvent.SessionReset(draft.Draw())), cancellationToken);

    public Task<CommandReply> UnpinAsync(Turn turn, CancellationToken cancellationToken) => ChangeAsync(
        turn, ChoiceChange.Unpinned, Rights.Pin,
        draft => draft.Apply(new SessionEvent.PinRemoved(turn.ModelOf(draft.State).Provider, draft.Draw())), cancellationToken);

    public Task<CommandReply> InheritAsync(Turn turn, CancellationToken cancellationToken) => ChangeAsync(
        turn, ChoiceChange.Inherited, Rights.Switch,
        draft => draft.Snapshot.Parent is null
            ? ErrorCode.NoParent : draft.Apply(new SessionEvent.LinkRestored(draft.Draw())), cancellationToken);

    public Task<CommandReply> UndoAsync(Turn turn, CancellationToken cancellationToken) => ChangeAsync(
        turn, ChoiceChange.Undone, Rights.Switch, draft => Undo(turn, draft), cancellationToken);

    private Task<CommandReply> ChangeAsync(
        Turn turn, ChoiceChange change, Rights needed, Func<SessionDraft, ErrorCode?> apply, CancellationToken cancellationToken) =>
        sessions.UpdateAsync<CommandReply>(turn.Context, draft =>
        {
            var rights = turn.RightsOf(draft);
            if (!rights.HasFlag(Rights.View | needed)) return turn.Display.Failed(draft, ErrorCode.RightMissing);
            var before = draft.State.ChoiceId;
            var pins = draft.State.Pins;
            if (!draft.IsRepeat && (draft.IsStale ? ErrorCode.ChoiceMoved : apply(draft)) is { } refused) return turn.Display.Failed(draft, refused);
            if (!rights.HasFlag(Rights.Pin) && !draft.State.Pins.IsSameOfPeople(pins))
            {
                draft.Abandon();
                return turn.Display.Failed(draft, ErrorCode.RightMissing);
            }
            return ChangeReply.Of(turn, draft, turn.Acknowledge(draft), change, draft.StillHolds || draft.State.ChoiceId != before, verified: true);
        }, cancellationToken);

    /// <summary>Undo is a new command by its author: what stood before must be something that this person could choose now.</summary>
    private static ErrorCode? Undo(Turn turn, SessionDraft draft)
    {
        if (draft.Snapshot.Undoable is not { } entry) return ErrorCode.NothingToUndo;
        return MayChoose(turn, draft, entry.Before)
            ? draft.Apply(new SessionEvent.ChoiceRestored(entry.Before, draft.Draw()), entry.Id)
            : ErrorCode.UndoNotPermitted;
    }

    private static bool MayChoose(Turn turn, SessionDraft draft, Choice choice)
    {
        if (choice.Model.Selected is { } model && !turn.Catalog.Allows(model)) return false;
        foreach (var (provider, pin) in choice.Pins)
        {
            if (pin.OfPerson is not { } pinned || draft.State.Pins[provider].OfPerson == pinned) continue;
            if (!turn.RightsOf(draft).HasFlag(Rights.Pin)) return false;
            if (!turn.Visible.Any(known => known.Id == pinned.Profile)) return false;
        }
        return true;
    }
}
