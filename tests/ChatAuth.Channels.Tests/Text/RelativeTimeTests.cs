namespace ChatAuth.Channels.Tests.Text;

internal sealed class RelativeTimeTests
{
    [TestCase(20, "soon")]
    [TestCase(-20, "just now")]
    [TestCase(60, "in 1 min")]
    [TestCase(-5 * 60, "5 min ago")]
    [TestCase(59 * 60, "in 59 min")]
    [TestCase((59 * 60) + 40, "in 1 h")]
    [TestCase(3 * 3600, "in 3 h")]
    [TestCase(47 * 3600, "in 47 h")]
    [TestCase((47 * 3600) + 3000, "in 2 days")]
    [TestCase(-90 * 24 * 3600, "90 days ago")]
    public void Moment_is_rounded_to_its_largest_fitting_unit(int seconds, string words)
    {
        var moment = Shown.Now.AddSeconds(seconds);

        Assert.That(RelativeTime.Of(moment, Shown.Now), Is.EqualTo(words));
    }

    [Test]
    public void Absolute_time_is_utc_whatever_the_offset()
    {
        var moment = new DateTimeOffset(2026, 2, 3, 1, 30, 0, TimeSpan.FromHours(2));

        Assert.That(RelativeTime.Absolute(moment), Is.EqualTo("2026-02-02 23:30 UTC"));
    }
}
