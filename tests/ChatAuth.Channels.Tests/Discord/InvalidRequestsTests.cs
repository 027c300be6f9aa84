using ChatAuth.Channels.Discord;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class InvalidRequestsTests
{
    [Test]
    public void Wait_is_until_enough_are_forgotten()
    {
        var invalid = new InvalidRequests();
        for (var at = 0; at < 5_000; at++) invalid.Add(TimeSpan.Zero);
        for (var at = 0; at < 4_000; at++) invalid.Add(TimeSpan.FromMinutes(5));

        var left = invalid.Left(isAnswer: false, TimeSpan.FromMinutes(5));

        Assert.That(left, Is.EqualTo(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(10)));
    }

    [Test]
    public void Nothing_is_kept_back_without_any() =>
        Assert.That(new InvalidRequests().Left(isAnswer: false, TimeSpan.Zero), Is.EqualTo(TimeSpan.Zero));

    [Test]
    public void Steady_trickle_below_the_limit_keeps_nothing_back()
    {
        var invalid = new InvalidRequests();

        for (var second = 0; second < 3_600; second++)
        {
            for (var at = 0; at < 13; at++) invalid.Add(TimeSpan.FromSeconds(second));
        }

        Assert.That(invalid.Left(isAnswer: false, TimeSpan.FromHours(1)), Is.EqualTo(TimeSpan.Zero));
    }
}
