using ChatAuth.Core.Access;

namespace ChatAuth.Core.Diagnostics;

/// <summary>
/// Where owners are told in private what no conversation is to read. The host's own; where several are registered, an owner is told by the first that
/// reaches them. Thread-safe.
/// </summary>
public interface IOwnerSink
{
    /// <summary>As whom it can tell this owner now, in their private conversation with the bot; null when it cannot. Nothing is said yet.</summary>
    /// <param name="owner">An owner, or <see cref="Person.Operator"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask<Asker?> ReachAsync(Person owner, CancellationToken cancellationToken);

    /// <summary>Tells an owner. At most once a notice: a failure to tell is the sink's to log, and is not made up for.</summary>
    /// <param name="owner">As <see cref="ReachAsync"/> gave them.</param>
    /// <param name="notice">The notice.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task TellAsync(Asker owner, OwnerNotice notice, CancellationToken cancellationToken);
}
