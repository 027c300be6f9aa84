using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>Ends an account's rest in all conversations of the agent, for an owner who knows that it serves again.</summary>
internal sealed class RestCommands(SessionUpdater sessions, RosterSource source, TurnFactory turns)
{
    public async Task<CommandReply> ClearAsync(Turn turn, ModelCommand.Clear clear, CancellationToken cancellationToken)
    {
        var draft = await sessions.ReadAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        var rights = turn.RightsOf(draft);
        if (!rights.HasFlag(Rights.View)) return turn.Display.Failed(draft, ErrorCode.RightMissing);
        if (!turn.IsOwner(draft) || !rights.HasFlag(Rights.Pin)) return turn.Display.Failed(draft, ErrorCode.OwnerOnly);
        if (draft.IsStale) return turn.Display.Failed(draft, ErrorCode.ChoiceMoved);
        if (Find(turn, draft, clear, out var refused) is not { } entry) return refused!;

        var rest = await source.ClearAsync(turn.Context.Agent, entry, draft.Now, cancellationToken).ConfigureAwait(false);
        if (rest is not null && rest != entry.Health.RestAt(draft.Now)) return turn.Display.Failed(draft, ErrorCode.ChoiceMoved);
        var now = await turns.OpenAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        return now.Display.Dress(draft, new CommandReply.Cleared(
            now.Display.Profile(entry.Profile), rest, now.Display.Resolution(now.Resolve(draft)))
        {
            Actions = Offers.WaysOn(now),
        });
    }

    /// <summary>The account that is named, of the current provider first: a short name means there what it means everywhere.</summary>
    private static RosterEntry? Find(Turn turn, SessionDraft draft, ModelCommand.Clear clear, out CommandReply? refused)
    {
        refused = null;
        var current = turn.ModelOf(draft.State).Provider;
        var names = new KnownNames(turn.Catalog, turn.Visible);
        var found = names.FindProfiles(clear.Profile, current);
        if (found.Count == 0) found = names.FindProfiles(clear.Profile);
        if (found is [var only]) return turn.Roster.FindEntry(only.Id);
        IReadOnlyList<ProfileId> meant = found.Count > 0 ? [.. found.Select(known => known.Id)] : names.NearProfiles(clear.Profile, current);
        refused = turn.Display.Failed(draft, found.Count > 0 ? ErrorCode.ProfileAmbiguous : ErrorCode.ProfileUnknown) with
        {
            Column = clear.Column, Works = turn.Display.Typed("/model clear ", meant.Select(SelectorText.Of)),
        };
        return null;
    }
}
