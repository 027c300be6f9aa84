using ChatAuth.Core.Access;

namespace ChatAuth.Core.Sessions;

/// <summary>How many probes a person may begin in 24 hours, whatever became of them and whosoever's accounts they spent.</summary>
/// <param name="PerDay">The number; 0 is none.</param>
internal sealed record ProbeCap(int PerDay)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>
    /// What has to be counted. Moments that lie a little ahead count too: of two processes the slower one would not see what the other has just begun.
    /// Those further ahead do not: the clock was set back, and nobody is to wait for it.
    /// </summary>
    public ProbeWindow WindowOf(Person by, DateTimeOffset now) => new(by, now - Day, now + Day, PerDay);

    /// <summary>Whether no further one may begin.</summary>
    /// <param name="probes">Those of the window, newest first.</param>
    public bool IsReached(IReadOnlyList<DateTimeOffset> probes) => probes.Count >= PerDay;

    /// <summary>When the next one may begin, once the cap is reached; null is never.</summary>
    /// <param name="probes">Those of the window, newest first.</param>
    public DateTimeOffset? FreeAt(IReadOnlyList<DateTimeOffset> probes) => PerDay > 0 ? probes[PerDay - 1] + Day : null;
}
