using ChatAuth.Core.Access;
using ChatAuth.Core.Errors;

namespace ChatAuth.Core.Commands;

/// <summary>The way to the first owner: the one command that needs no right and no rule.</summary>
internal sealed class OwnerClaims(Sessions.SessionUpdater sessions, IAccessStore access, TimeProvider time)
{
    /// <summary>Each costs a write, and anybody may send anything.</summary>
    private const int MostShown = 8;

    public async Task<CommandReply> ClaimAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var (failure, claimed) = await TryAsync(turn.Context.Asker, text, cancellationToken).ConfigureAwait(false);
        var draft = await sessions.PeekAsync(turn.Context, cancellationToken).ConfigureAwait(false);
        return claimed ? turn.Display.Dress(draft, new CommandReply.Claimed()) : turn.Display.Failed(draft, failure!);
    }

    private async Task<(ErrorCode? Failure, bool Claimed)> TryAsync(Asker asker, string text, CancellationToken cancellationToken)
    {
        if (!asker.IsPrivate)
        {
            foreach (var shown in ClaimCode.FindIn(text).Take(MostShown)) await access.VoidClaimAsync(shown.Hash, cancellationToken).ConfigureAwait(false);
            return (ErrorCode.ClaimInPublic, false);
        }
        var hash = ClaimCode.TryParse(text, out var parsed) ? parsed!.Hash : [];
        var outcome = await access.ClaimAsync(asker.Person ?? Person.Operator, hash, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return outcome switch
        {
            ClaimOutcome.Claimed => (null, true),
            // The code is spent, and the same message told again: its first reply may have got lost.
            _ when asker.Person is { } person && (await access.LoadAsync(cancellationToken).ConfigureAwait(false)).Owners.Contains(person) => (null, true),
            ClaimOutcome.TriesUsedUp => (ErrorCode.ClaimTriesUsedUp, false),
            _ => (ErrorCode.ClaimWrong, false),
        };
    }
}
