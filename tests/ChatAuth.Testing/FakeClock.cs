namespace ChatAuth.Testing;

/// <summary>A clock that stands still until it is told.</summary>
public sealed class FakeClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The present.</summary>
    public DateTimeOffset Now => _now;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan span) => _now += span;
}
