using ChatAuth.Channels.Conversations;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Conversations;

internal sealed class ShortHistoryTests
{
    private static readonly SessionKey s_here = SessionKey.Terminal("here");

    private FakeTime _time = null!;

    [SetUp]
    public void SetUp() => _time = new FakeTime();

    [Test]
    public void Exchanges_come_before_the_question_in_their_order()
    {
        var history = new ShortHistory(2, _time);
        foreach (var number in new[] { 1, 2, 3 }) history.Add(s_here, $"q{number}", $"a{number}");

        Assert.That(Texts(history), Is.EqualTo(new[] { "q2", "a2", "q3", "a3", "now" }));
    }

    [Test]
    public void Nothing_is_kept_where_nothing_shall_be()
    {
        var history = new ShortHistory(0, _time);
        history.Add(s_here, "q", "a");

        Assert.That(Texts(history), Is.EqualTo(new[] { "now" }));
    }

    [Test]
    public void Talk_of_long_ago_is_over()
    {
        var history = new ShortHistory(2, _time);
        history.Add(s_here, "q", "a");
        _time.Advance(TimeSpan.FromHours(6) + TimeSpan.FromSeconds(1));

        Assert.That(Texts(history), Is.EqualTo(new[] { "now" }));
    }

    [Test]
    public void Forgotten_is_forgotten_in_one_conversation()
    {
        var history = new ShortHistory(2, _time);
        history.Add(s_here, "q", "a");
        history.Add(SessionKey.Terminal("there"), "q", "a");

        history.Forget(s_here);

        Assert.That(Texts(history), Is.EqualTo(new[] { "now" }));
        Assert.That(history.With(SessionKey.Terminal("there"), "now"), Has.Count.EqualTo(3));
    }

    [Test]
    public void Long_words_push_out_what_came_before()
    {
        var history = new ShortHistory(10, _time);
        history.Add(s_here, "q1", new string('a', 15_000));

        history.Add(s_here, "q2", new string('b', 15_000));

        Assert.That(Texts(history).First(), Is.EqualTo("q2"));
    }

    [Test]
    public void Exchange_that_is_too_long_by_itself_is_not_kept()
    {
        var history = new ShortHistory(10, _time);
        history.Add(s_here, "q1", "a1");

        history.Add(s_here, "q2", new string('b', 1_000_000));

        Assert.That(Texts(history), Is.EqualTo(new[] { "now" }));
    }

    [Test]
    public void Younger_talks_stay_where_there_are_too_many()
    {
        var history = new ShortHistory(1, _time);
        for (var number = 0; number < 5_000; number++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            history.Add(SessionKey.Terminal($"t{number}"), "q", "a");
        }

        var kept = Enumerable.Range(0, 5_000).Where(number => history.With(SessionKey.Terminal($"t{number}"), "now").Count > 1).ToList();

        Assert.That(kept, Has.Count.InRange(1_000, 2_000));
        Assert.That(kept, Is.EqualTo(Enumerable.Range(5_000 - kept.Count, kept.Count)));
    }

    private static IEnumerable<string> Texts(ShortHistory history) => history.With(s_here, "now").Select(message => message.Text);
}
