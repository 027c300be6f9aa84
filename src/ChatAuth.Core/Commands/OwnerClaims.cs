using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;

namespace ChatAuth.Core.Commands;

/// <summary>The way to the first owner: the one command that needs no right and no rule.</summary>
internal sealed class OwnerClaims(Sessions.SessionUpdater sessions, IAccessStore access, TimeProvider time)
{
    public async Task<CommandReply> ClaimAsync(Turn turn, string code, CancellationToken cancellationToken)
    {
        var (failure, claimed) = await TryAsync(turn.Context.Asker, code, cancellationToken).ConfigureAwait(false);
        var draft = await sessions.PeekAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        return claimed ? turn.Display.Dress(draft, new CommandReply.Claimed()) : turn.Display.Failed(draft, failure!);
    }

    private async Task<(ErrorCode? Failure, bool Claimed)> TryAsync(Asker asker, string code, CancellationToken cancellationToken)
    {
        var hash = ClaimCode.TryParse(code, out var parsed) ? parsed!.Hash : [];
        if (!asker.IsPrivate)
        {
            await access.VoidClaimAsync(hash, cancellationToken).ConfigureAwait(false);
            return (ErrorCode.ClaimInPublic, false);
        }
        var outcome = await access.ClaimAsync(asker.Person ?? Person.Operator, hash, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return outcome switch
        {
            ClaimOutcome.Claimed => (null, true),
            ClaimOutcome.TriesUsedUp => (ErrorCode.ClaimTriesUsedUp, false),
            _ => (ErrorCode.ClaimWrong, false),
        };
    }
}
