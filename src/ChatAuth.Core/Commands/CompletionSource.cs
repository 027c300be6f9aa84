using ChatAuth.Core.Access;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>Offers the names of the catalog and of the profiles that a person may see here.</summary>
internal sealed class CompletionSource(TurnFactory turns, SessionUpdater sessions) : ICompletionSource
{
    public async Task<CompletionNames> ListAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var turn = await turns.OpenAsync(context, cancellationToken).ConfigureAwait(false);
        var draft = await sessions.PeekAsync(context, cancellationToken).ConfigureAwait(false);
        return turn.RightsOf(draft).HasFlag(Rights.View)
            ? new CompletionNames(
                [.. turn.Catalog.Models.Where(model => turn.Catalog.Allows(model.Ref)), .. turn.Catalog.Offered],
                [.. turn.Visible.Select(known => known.Id)],
                turn.ModelOf(draft.State).Provider)
            : CompletionNames.None;
    }
}
