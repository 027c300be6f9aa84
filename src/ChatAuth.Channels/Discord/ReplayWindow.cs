using System.Globalization;

namespace ChatAuth.Channels.Discord;

/// <summary>
/// Which correctly signed interactions are acted on: those of now, once. Discord's signatures do not expire and it names no window. What is refused here is answered with
/// status 200 all the same: Discord takes an endpoint away that answers 401 to its own signatures.
/// </summary>
internal sealed class ReplayWindow(TimeProvider time)
{
    /// <summary>At that many ids the oldest is forgotten early, as all are by a restart: what it changed or charged still names it as its cause.</summary>
    private const int MostIds = 1_000_000;

    /// <summary>How far the time of an interaction may be from ours.</summary>
    internal static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);

    private readonly Lock _lock = new();
    private readonly HashSet<long> _ids = [];
    private readonly Queue<(long Id, long At)> _order = [];
    private long _untimely;

    /// <summary>What is to be done with an interaction.</summary>
    internal enum Verdict
    {
        /// <summary>It is of now, and came for the first time.</summary>
        Timely,

        /// <summary>Its time or its id's is more than five minutes from ours.</summary>
        Untimely,

        /// <summary>It came before.</summary>
        Repeated,
    }

    /// <summary>How many were untimely since the start. When they repeat, this machine's clock is wrong.</summary>
    public long UntimelyCount => Interlocked.Read(ref _untimely);

    /// <summary>Judges an interaction whose signature was verified, and remembers it.</summary>
    /// <param name="timestamp">What was signed with it: seconds since 1970.</param>
    /// <param name="interactionId">Its id, which holds the millisecond at which it was made.</param>
    public Verdict Judge(string timestamp, string interactionId) => Judge(IsNow(timestamp), interactionId);

    /// <summary>The same where no time was signed with it.</summary>
    public Verdict Judge(string interactionId) => Judge(true, interactionId);

    private Verdict Judge(bool isSignedNow, string interactionId)
    {
        if (isSignedNow && Snowflake.Find(interactionId) is { } id && IsNow(Snowflake.MomentOf(id).ToUnixTimeMilliseconds()))
        {
            return Remember(id) ? Verdict.Timely : Verdict.Repeated;
        }
        Interlocked.Increment(ref _untimely);
        return Verdict.Untimely;
    }

    private bool IsNow(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= long.MaxValue / 1000 && IsNow(seconds * 1000);

    private bool IsNow(long milliseconds) => Math.Abs(time.GetUtcNow().ToUnixTimeMilliseconds() - milliseconds) <= Tolerance.TotalMilliseconds;

    /// <summary>By the clock that nobody sets, so that a jump of the other one forgets nothing.</summary>
    private bool Remember(long id)
    {
        var now = time.GetTimestamp();
        lock (_lock)
        {
            while (_order.TryPeek(out var oldest) && (_order.Count >= MostIds || time.GetElapsedTime(oldest.At, now) > Memory))
            {
                _order.Dequeue();
                _ids.Remove(oldest.Id);
            }
            if (!_ids.Add(id)) return false;
            _order.Enqueue((id, now));
            return true;
        }
    }
}
