using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class LineHistoryTests
{
    [Test]
    public void Older_goes_back_to_the_first_line_and_stops()
    {
        var history = Holding("one", "two");

        string?[] walked = [history.Older(""), history.Older("two"), history.Older("one")];

        Assert.That(walked, Is.EqualTo(new[] { "two", "one", null }));
    }

    [Test]
    public void Newer_ends_at_the_draft_and_stops()
    {
        var history = Holding("one", "two");
        history.Older("draft");
        history.Older("two");

        string?[] walked = [history.Newer(), history.Newer(), history.Newer()];

        Assert.That(walked, Is.EqualTo(new[] { "two", "draft", null }));
    }

    [Test]
    public void Forgotten_line_is_nowhere_in_the_walk()
    {
        var history = Holding("secret", "one", "secret");

        history.Forget("secret");

        Assert.That(new[] { history.Older(""), history.Older("one") }, Is.EqualTo(new[] { "one", null }));
    }

    [Test]
    public void Add_forgets_the_draft()
    {
        var history = Holding("one");
        history.Older("a secret draft");
        history.Add("two");
        history.Older("");

        Assert.That(history.Newer(), Is.Empty);
    }

    [Test]
    public void Add_passes_over_a_line_that_is_not_to_be_kept()
    {
        var history = new LineHistory(keeps: line => !line.Contains("sk-", StringComparison.Ordinal));
        history.Add("one");
        history.Add("sk-ant-api03-FAKE");

        Assert.That(history.Older(""), Is.EqualTo("one"));
    }

    [TestCase("one")]
    [TestCase("")]
    [TestCase("  ")]
    public void Add_passes_over_repetitions_and_blanks(string line)
    {
        var history = Holding("zero", "one");
        history.Add(line);
        history.Older("");

        Assert.That(history.Older(""), Is.EqualTo("zero"));
    }

    [Test]
    public void Add_drops_the_oldest_when_full()
    {
        var history = new LineHistory(capacity: 2);
        foreach (var line in new[] { "one", "two", "three" }) history.Add(line);

        string?[] walked = [history.Older(""), history.Older(""), history.Older("")];

        Assert.That(walked, Is.EqualTo(new[] { "three", "two", null }));
    }

    private static LineHistory Holding(params string[] lines)
    {
        var history = new LineHistory();
        foreach (var line in lines) history.Add(line);
        return history;
    }
}
