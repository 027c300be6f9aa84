using ChatAuth.Channels.Sending;

namespace ChatAuth.Channels.Tests.Sending;

internal sealed class RateWindowTests
{
    private static RateWindow TwoIn10Seconds => new(new Rate(2, TimeSpan.FromSeconds(10)));

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);

    [Test]
    public void Moments_are_now_until_the_count_is_reached()
    {
        var window = TwoIn10Seconds;

        Assert.That(new[] { window.Take(S(0)), window.Take(S(1)) }, Is.EqualTo(new[] { S(0), S(1) }));
    }

    [Test]
    public void Next_moment_is_a_period_after_the_oldest_that_counts()
    {
        var window = TwoIn10Seconds;

        TimeSpan[] moments = [window.Take(S(0)), window.Take(S(1)), window.Take(S(2)), window.Take(S(2)), window.Take(S(2))];

        Assert.That(moments[2..], Is.EqualTo(new[] { S(10), S(11), S(20) }));
    }

    [Test]
    public void Looking_takes_nothing()
    {
        var window = TwoIn10Seconds;
        window.Take(S(0));

        Assert.That(new[] { window.FreeAt(S(3)), window.FreeAt(S(3)), window.Take(S(3)) }, Is.All.EqualTo(S(3)));
    }

    [TestCase(9.9, false)]
    [TestCase(10, true)]
    public void Window_is_quiet_a_period_after_the_last_moment(double at, bool quiet)
    {
        var window = TwoIn10Seconds;
        window.Take(S(0));

        Assert.That(window.IsQuiet(S(at)), Is.EqualTo(quiet));
    }
}
