namespace ChatAuth.Gateway.Tests.Kills;

/// <summary>What was asked, and what the database and the vendor then have to agree about.</summary>
internal sealed class ChargeBook
{
    private readonly List<string?> _only = [];
    private readonly Dictionary<int, int> _agreed = [];
    private readonly Dictionary<string, int> _questions = [];
    private readonly HashSet<string> _cutOff = [];

    /// <summary>A question that is about to be asked.</summary>
    /// <param name="only">The one account that may be charged for it; null where the resolver chooses.</param>
    public int NewQuestion(string? only)
    {
        _only.Add(only);
        return _only.Count - 1;
    }

    /// <summary>A message or tap, by which a question is asked.</summary>
    public void Begin(string cause, int question, bool dies)
    {
        _questions[cause] = question;
        if (dies) _cutOff.Add(cause);
    }

    /// <summary>Somebody agreed to its being charged once more.</summary>
    public void AgreeToTwice(int question) => _agreed[question] = _agreed.GetValueOrDefault(question) + 1;

    /// <summary>Holds both against each other.</summary>
    /// <param name="rows">The attempts of the database.</param>
    /// <param name="requests">What the vendor remembers.</param>
    public void Judge(IEnumerable<string> rows, IEnumerable<VendorMemory> requests)
    {
        List<Row> attempts = [.. rows.Select(Read)];
        List<VendorMemory> seen = [.. requests];

        Assert.That(attempts.Where(row => row.Outcome == "open" && !_cutOff.Contains(row.Cause)), Is.Empty, "an attempt stays open only where the process died");
        Assert.That(
            attempts.Where(row => row.Outcome != "failed").GroupBy(row => row.Cause).Where(charged => charged.Count() > 1), Is.Empty,
            "a message is charged at most once");
        Assert.That(
            seen.Where(request => request.Mood is VendorMood.Served).GroupBy(request => request.Question)
                .Where(served => served.Count() > 1 + _agreed.GetValueOrDefault(served.Key)), Is.Empty,
            "nobody is served twice who did not agree to it");
        Assert.That(seen.Where(request => _only[request.Question] is { } only && only != request.Profile), Is.Empty, "what is pinned is used, or nothing is");
        var pairs = attempts.Select(row => (row.Question, row.Profile)).Concat(seen.Select(request => (request.Question, request.Profile))).Distinct();
        foreach (var (question, profile) in pairs)
        {
            Match(
                [.. attempts.Where(row => row.Question == question && row.Profile == profile).Select(row => row.Outcome)],
                [.. seen.Where(request => request.Question == question && request.Profile == profile).Select(request => request.Mood)],
                $"{MoodyVendor.Mark(question)} with {profile}");
        }
    }

    /// <summary>The attempts and requests of one question with one credential: each request has its row, each row that was closed its request, and says of it what is true.</summary>
    private static void Match(List<string> outcomes, List<VendorMood> moods, string what)
    {
        var open = outcomes.Count(outcome => outcome == "open");
        Assert.That(moods, Has.Count.InRange(outcomes.Count - open, outcomes.Count), $"{what}: as many requests as attempts");
        foreach (var (outcome, mood) in new[] { ("answered", VendorMood.Served), ("failed", VendorMood.Refused), ("unknown", VendorMood.Broken) })
        {
            var closed = outcomes.Count(text => text == outcome);
            Assert.That(moods.Count(one => one == mood), Is.InRange(closed, closed + open), $"{what}: {mood} is {outcome}, where nobody died");
        }
    }

    private Row Read(string text)
    {
        var words = text.Split(' ');
        return new Row(words[0], _questions[words[0]], words[1], words[2]);
    }

    private sealed record Row(string Cause, int Question, string Profile, string Outcome);
}
