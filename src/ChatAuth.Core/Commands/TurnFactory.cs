using ChatAuth.Core.Access;
using ChatAuth.Core.Buttons;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>Opens turns: reads the roster as it is now, and by which further ids the conversation is known.</summary>
internal sealed class TurnFactory(
    RosterSource source, CatalogSource catalogs, ChatAuthSettings settings, AccessPolicy access, ButtonSigner buttons, ISessionStore store, TimeProvider time)
{
    /// <summary>The rights of a message that nothing else is decided about: no roster is read for it.</summary>
    public async ValueTask<Rights> RightsOfAsync(CommandContext context, SessionDraft draft, CancellationToken cancellationToken) =>
        access.RightsOf((await IdentifyAsync(context, cancellationToken).ConfigureAwait(false)).Asker, draft.Snapshot.Grants);

    /// <param name="context">The message.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="known">What the call knows of the roster by now; null for nothing.</param>
    public async ValueTask<Turn> OpenAsync(CommandContext context, CancellationToken cancellationToken, Func<ProfileRoster, ProfileRoster>? known = null)
    {
        var roster = await source.LoadAsync(context.Agent, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        var identified = await IdentifyAsync(context, cancellationToken).ConfigureAwait(false);
        return new Turn(identified, known?.Invoke(roster) ?? roster, source, settings, access, buttons, catalogs);
    }

    /// <summary>The grants of a group that migrated came along; the rules and audiences of the configuration name whichever id they were written with.</summary>
    private async ValueTask<CommandContext> IdentifyAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var others = await store.ListOtherKeysAsync(context.Asker.Conversation, cancellationToken).ConfigureAwait(false);
        return others.Count == 0 ? context : context with { Asker = context.Asker with { AlsoKnownAs = others } };
    }
}
