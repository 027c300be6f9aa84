namespace ChatAuth.Testing.Fakes;

/// <summary>A clock that stands still until a test moves it. What waits for a moment goes on inside the call that reaches it.</summary>
public sealed class FakeTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly List<(TimeSpan Length, TaskCompletionSource Begun)> _expected = [];
    private DateTimeOffset _now = start;
    private TimeSpan _jumped;

    /// <summary>A clock at noon of a fixed day.</summary>
    public FakeTime() : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Waits of up to this length pass at once: whoever begins one moves the clock to its end. Default: none does.</summary>
    public TimeSpan PassesAtOnce { get; set; }

    /// <summary>Ends when somebody waits for a moment so far from now.</summary>
    /// <exception cref="TimeoutException">Nobody does within 15 seconds.</exception>
    public Task SomebodyWaitsAsync(TimeSpan length)
    {
        lock (_lock)
        {
            if (_timers.Any(timer => timer.Due - _now == length)) return Task.CompletedTask;
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _expected.Add((length, begun));
            return begun.Task.WaitAsync(TimeSpan.FromSeconds(15));
        }
    }

    public override DateTimeOffset GetUtcNow() => _now + _jumped;

    public override long GetTimestamp() => _now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Sets the wall clock on or back, as a person or a time server does: what waits, and what measures, does not notice.</summary>
    public void Jump(TimeSpan by) => _jumped += by;

    public void Advance(TimeSpan by) => Set(_now + by);

    /// <summary>Moves to this moment, and stops at each timer on the way.</summary>
    public void Set(DateTimeOffset now)
    {
        while (Reach(now, mayGoBack: true) is { } timer) timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= PassesAtOnce) ThreadPool.QueueUserWorkItem(_ => Pass(timer));
        return timer;
    }

    /// <summary>Moves to the end of this wait, unless others moved further meanwhile.</summary>
    private void Pass(FakeTimer timer)
    {
        DateTimeOffset due;
        lock (_lock)
        {
            if (!_timers.Contains(timer)) return;
            due = timer.Due;
        }
        while (Reach(due, mayGoBack: false) is { } reached) reached.Fire();
    }

    private FakeTimer? Reach(DateTimeOffset now, bool mayGoBack)
    {
        lock (_lock)
        {
            if (!mayGoBack && now < _now) now = _now;
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
            foreach (var (length, begun) in time._expected)
            {
                if (due - time._now == length) begun.TrySetResult();
            }
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
