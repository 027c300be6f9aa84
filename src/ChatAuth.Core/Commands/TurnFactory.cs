using ChatAuth.Core.Access;
using ChatAuth.Core.Buttons;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>Opens turns: reads the roster as it is now.</summary>
internal sealed class TurnFactory(RosterSource source, ChatAuthSettings settings, AccessPolicy access, ButtonSigner buttons, TimeProvider time)
{
    /// <summary>The rights of a message that nothing else is decided about: no roster is read for it.</summary>
    public Rights RightsOf(CommandContext context, SessionDraft draft) => access.RightsOf(context.Asker, draft.Snapshot.Grants);

    public async ValueTask<Turn> OpenAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var roster = await source.LoadAsync(context.Agent, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return new Turn(context, roster, source, settings, access, buttons);
    }
}
