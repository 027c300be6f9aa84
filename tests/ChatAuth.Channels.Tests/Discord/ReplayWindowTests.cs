using System.Globalization;
using ChatAuth.Channels.Discord;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Channels.Tests.Discord;

internal sealed class ReplayWindowTests
{
    private const ReplayWindow.Verdict Timely = ReplayWindow.Verdict.Timely;
    private const ReplayWindow.Verdict Untimely = ReplayWindow.Verdict.Untimely;
    private const ReplayWindow.Verdict Repeated = ReplayWindow.Verdict.Repeated;

    private FakeTime _time = null!;
    private ReplayWindow _window = null!;

    [SetUp]
    public void Start()
    {
        _time = new FakeTime();
        _window = new ReplayWindow(_time);
    }

    private static string SecondsOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>An id made at a moment; the low bits tell those of one millisecond apart.</summary>
    private static string IdOf(DateTimeOffset moment, ulong low = 0) =>
        (((ulong)(moment.ToUnixTimeMilliseconds() - 1_420_070_400_000) << 22) | low).ToString(CultureInfo.InvariantCulture);

    private ReplayWindow.Verdict Judge(double timestampOff, double idOff, ulong low = 0)
    {
        var now = _time.GetUtcNow();
        return _window.Judge(SecondsOf(now.AddSeconds(timestampOff)), IdOf(now.AddSeconds(idOff), low));
    }

    [TestCase(0, 0)]
    [TestCase(-300, -300)]
    [TestCase(300, 300)]
    public void Interaction_within_five_minutes_is_timely(double timestampOff, double idOff)
    {
        Assert.That(Judge(timestampOff, idOff), Is.EqualTo(Timely));
        Assert.That(_window.UntimelyCount, Is.Zero);
    }

    [TestCase(-301, 0)]
    [TestCase(301, 0)]
    [TestCase(0, -300.002)]
    [TestCase(0, 300.002)]
    [TestCase(-600, -600)]
    [TestCase(86_400, 86_400)]
    [TestCase(-946_080_000, 0)]
    public void Interaction_of_another_time_is_untimely_and_counted(double timestampOff, double idOff)
    {
        Assert.That(Judge(timestampOff, idOff), Is.EqualTo(Untimely));
        Assert.That(_window.UntimelyCount, Is.EqualTo(1));
    }

    [TestCase("", "1")]
    [TestCase("99999999999999999999", "1")]
    [TestCase("9223372036854775807", "1")]
    [TestCase("0", "0")]
    [TestCase("0", "18446744073709551615")]
    public void Number_beyond_every_time_is_untimely(string timestamp, string id) => Assert.That(_window.Judge(timestamp, id), Is.EqualTo(Untimely));

    [TestCase("")]
    [TestCase("-1")]
    [TestCase("184467440737095516160")]
    [TestCase("12a")]
    public void Interaction_without_an_id_is_untimely(string id) => Assert.That(_window.Judge(SecondsOf(_time.GetUtcNow()), id), Is.EqualTo(Untimely));

    [TestCase(0)]
    [TestCase(299)]
    public void Interaction_that_came_before_is_repeated(double later)
    {
        var (timestamp, id) = (SecondsOf(_time.GetUtcNow()), IdOf(_time.GetUtcNow()));
        _window.Judge(timestamp, id);
        _time.Advance(TimeSpan.FromSeconds(later));

        Assert.That(_window.Judge(timestamp, id), Is.EqualTo(Repeated));
        Assert.That(_window.UntimelyCount, Is.Zero);
    }

    [Test]
    public void Others_of_the_same_moment_are_timely()
    {
        Judge(0, 0, 1);

        Assert.That(Judge(0, 0, 2), Is.EqualTo(Timely));
    }

    [Test]
    public void Interaction_is_acted_on_once_whatever_the_delay()
    {
        var (timestamp, id) = (SecondsOf(_time.GetUtcNow().AddMinutes(5)), IdOf(_time.GetUtcNow().AddMinutes(5)));
        var timely = 0;

        for (var minute = 0; minute < 24 * 60; minute++, _time.Advance(TimeSpan.FromMinutes(1)))
        {
            if (_window.Judge(timestamp, id) is Timely) timely++;
        }

        Assert.That(timely, Is.EqualTo(1));
    }

    [Test]
    public void Interaction_that_was_untimely_is_not_remembered()
    {
        var (timestamp, id) = (SecondsOf(_time.GetUtcNow().AddMinutes(6)), IdOf(_time.GetUtcNow().AddMinutes(6)));
        _window.Judge(timestamp, id);
        _time.Advance(TimeSpan.FromMinutes(6));

        Assert.That(_window.Judge(timestamp, id), Is.EqualTo(Timely));
    }

    [Test]
    public void One_of_many_at_once_is_timely()
    {
        var (timestamp, id) = (SecondsOf(_time.GetUtcNow()), IdOf(_time.GetUtcNow()));

        var verdicts = ParallelEnumerable.Range(0, 100).Select(_ => _window.Judge(timestamp, id)).ToList();

        Assert.That(verdicts.Count(verdict => verdict is Timely), Is.EqualTo(1));
    }
}
