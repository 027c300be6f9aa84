using ChatAuth.Core.Access;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Tests.Sessions;

/// <summary>How many probes a person may begin.</summary>
public sealed class ProbeCapTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Window_is_a_day_back_and_as_much_ahead()
    {
        var window = new ProbeCap(3).WindowOf(Person.Operator, s_now);

        Assert.That(window, Is.EqualTo(new ProbeWindow(Person.Operator, s_now.AddDays(-1), s_now.AddDays(1), 3)));
    }

    [TestCase(0, 0, true)]
    [TestCase(2, 1, false)]
    [TestCase(2, 2, true)]
    public void Cap_is_reached_by_as_many_as_it_allows(int perDay, int begun, bool reached) =>
        Assert.That(new ProbeCap(perDay).IsReached([.. Enumerable.Repeat(s_now, begun)]), Is.EqualTo(reached));

    [Test]
    public void Next_is_free_a_day_after_the_oldest_that_counts() =>
        Assert.That(new ProbeCap(2).FreeAt([s_now.AddHours(-1), s_now.AddHours(-5)]), Is.EqualTo(s_now.AddHours(19)));

    [Test]
    public void Cap_of_0_is_never_free() => Assert.That(new ProbeCap(0).FreeAt([]), Is.Null);
}
