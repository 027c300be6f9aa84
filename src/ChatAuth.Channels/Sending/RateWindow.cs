namespace ChatAuth.Channels.Sending;

/// <summary>Gives out moments such that no period of the rate's length holds more than its count. Moments are taken in the order in which they are asked for.</summary>
internal sealed class RateWindow
{
    private readonly Lock _lock = new();
    private readonly TimeSpan _period;
    private readonly TimeSpan[] _taken;
    private int _oldest;

    public RateWindow(Rate rate)
    {
        _period = rate.Period;
        _taken = new TimeSpan[rate.Count];
        Array.Fill(_taken, -_period);
    }

    /// <summary>The first moment that is still free, now or later.</summary>
    public TimeSpan FreeAt(TimeSpan now)
    {
        lock (_lock) return First(now);
    }

    /// <summary>Takes the first moment that is still free.</summary>
    public TimeSpan Take(TimeSpan now)
    {
        lock (_lock)
        {
            var moment = First(now);
            _taken[_oldest] = moment;
            _oldest = (_oldest + 1) % _taken.Length;
            return moment;
        }
    }

    /// <summary>Nothing that was taken counts any more.</summary>
    public bool IsQuiet(TimeSpan now)
    {
        lock (_lock) return _taken[(_oldest + _taken.Length - 1) % _taken.Length] + _period <= now;
    }

    private TimeSpan First(TimeSpan now) => TimeSpan.FromTicks(Math.Max(now.Ticks, (_taken[_oldest] + _period).Ticks));
}
