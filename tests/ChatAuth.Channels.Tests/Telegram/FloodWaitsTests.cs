using ChatAuth.Channels.Telegram;

namespace ChatAuth.Channels.Tests.Telegram;

internal sealed class FloodWaitsTests
{
    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);

    [Test]
    public void Flooded_chat_waits_and_others_do_not()
    {
        var floods = new FloodWaits();

        floods.Keep(1, S(10), now: S(100));

        Assert.That(floods.Left(1, S(104)), Is.EqualTo(S(6)));
        Assert.That(new[] { floods.Left(2, S(104)), floods.Left(null, S(104)) }, Is.All.LessThanOrEqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Flood_without_a_chat_holds_everything()
    {
        var floods = new FloodWaits();

        floods.Keep(null, S(10), now: S(100));

        Assert.That(new[] { floods.Left(1, S(104)), floods.Left(null, S(104)) }, Is.All.EqualTo(S(6)));
    }

    [Test]
    public void Floods_of_two_chats_within_a_second_hold_everything_for_the_shorter_wait()
    {
        var floods = new FloodWaits();

        floods.Keep(1, S(3600), now: S(100));
        floods.Keep(2, S(5), now: S(101));

        Assert.That(new[] { floods.Left(3, S(101)), floods.Left(null, S(101)), floods.Left(1, S(101)) }, Is.EqualTo(new[] { S(5), S(5), S(3599) }));
    }

    [TestCase(1, 100.5)]
    [TestCase(2, 101.1)]
    public void Floods_of_one_chat_or_far_apart_hold_that_chat_only(long second, double at)
    {
        var floods = new FloodWaits();

        floods.Keep(1, S(10), now: S(100));
        floods.Keep(second, S(10), now: S(at));

        Assert.That(floods.Left(null, S(at)), Is.LessThanOrEqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Shorter_wait_does_not_end_a_longer_one()
    {
        var floods = new FloodWaits();

        floods.Keep(1, S(30), now: S(100));
        floods.Keep(1, S(5), now: S(101));

        Assert.That(floods.Left(1, S(101)), Is.EqualTo(S(29)));
    }
}
