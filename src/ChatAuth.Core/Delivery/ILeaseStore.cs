namespace ChatAuth.Core.Delivery;

/// <summary>Who does what only one process may do, such as fetching the updates of a bot. Thread-safe, and safe between processes.</summary>
public interface ILeaseStore
{
    /// <summary>Takes a lease, or keeps it: it succeeds where nobody holds it, where this holder does, and where it ran out.</summary>
    /// <param name="name">What it is for, such as <c>telegram:7:updates</c>.</param>
    /// <param name="holder">Who takes it: another text for every process.</param>
    /// <param name="duration">How long it holds from now on; a holder that did not renew it by then must have stopped.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Whether this holder has it now.</returns>
    Task<bool> TryTakeAsync(string name, string holder, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Gives a lease back; one that another holds stays as it is.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="holder">Who held it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken);
}
