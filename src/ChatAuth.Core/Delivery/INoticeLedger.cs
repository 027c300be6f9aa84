namespace ChatAuth.Core.Delivery;

/// <summary>What operators and owners were told, so that each thing is told once. Thread-safe, and safe between processes.</summary>
public interface INoticeLedger
{
    /// <summary>Records that something is told now, durably.</summary>
    /// <param name="subject">What it is about, in a form that becomes another one when the matter is another; at most 300 characters, no secret.</param>
    /// <param name="stage">How far it has come, such as <c>one-day</c>; each stage of a subject is told once.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Whether it is new. The latest 10,000 are remembered, for however long: a clock that jumps tells nothing twice.</returns>
    Task<bool> TryRecordAsync(string subject, string stage, CancellationToken cancellationToken);
}
