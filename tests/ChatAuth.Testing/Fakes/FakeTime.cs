namespace ChatAuth.Testing.Fakes;

/// <summary>A clock that stands still until a test moves it. What waits for a moment goes on inside the call that reaches it.</summary>
public sealed class FakeTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _now = start;

    /// <summary>A clock at noon of a fixed day.</summary>
    public FakeTime() : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Waits of up to this length pass at once: whoever begins one moves the clock to its end. Default: none does.</summary>
    public TimeSpan PassesAtOnce { get; set; }

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by) => Set(_now + by);

    /// <summary>Moves to this moment, and stops at each timer on the way.</summary>
    public void Set(DateTimeOffset now)
    {
        while (Reach(now) is { } timer) timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= PassesAtOnce) ThreadPool.QueueUserWorkItem(_ => Reach(timer));
        return timer;
    }

    /// <summary>Moves to the end of this wait, if it still goes on.</summary>
    private void Reach(FakeTimer timer)
    {
        DateTimeOffset due;
        lock (_lock)
        {
            if (!_timers.Contains(timer)) return;
            due = timer.Due;
        }
        if (due > _now) Set(due);
    }

    private FakeTimer? Reach(DateTimeOffset now)
    {
        lock (_lock)
        {
            var next = _timers.MinBy(timer => timer.Due);
            if (next is null || next.Due > now)
            {
                _now = now;
                return null;
            }
            if (next.Due > _now) _now = next.Due;
            _timers.Remove(next);
            if (next.Period > TimeSpan.Zero) next.StartAt(_now + next.Period);
            return next;
        }
    }

    private sealed class FakeTimer(FakeTime time, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public TimeSpan Period { get; private set; }

        /// <summary>Without the test's context, as a real timer does: what awaits it goes on here, not somewhere later.</summary>
        public void Fire()
        {
            var context = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(null);
            try
            {
                fire();
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(context);
            }
        }

        public void StartAt(DateTimeOffset due)
        {
            Due = due;
            time._timers.Add(this);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                Period = period;
                if (dueTime >= TimeSpan.Zero) StartAt(time._now + dueTime);
            }
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
