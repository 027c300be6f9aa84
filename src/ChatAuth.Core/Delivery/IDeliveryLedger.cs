namespace ChatAuth.Core.Delivery;

/// <summary>
/// Which updates of a platform were dealt with: a set of ids, kept for 48 hours. No high-water mark, because platforms start over with lower ids.
/// Thread-safe, and safe between processes.
/// </summary>
public interface IDeliveryLedger
{
    /// <summary>Those of the ids that were dealt with within the last 48 hours.</summary>
    /// <param name="source">Whose ids they are, such as <c>telegram:7</c>.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask<IReadOnlySet<long>> FindKnownAsync(string source, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Records that updates were dealt with, durably and all together; those recorded before stay. What is older than 48 hours is forgotten.</summary>
    /// <param name="source">Whose ids they are.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task RecordAsync(string source, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);
}
