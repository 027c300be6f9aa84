using System.Text;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Testing.Contracts;

/// <summary>What every journal of refreshes keeps. An implementation derives from this and makes journals.</summary>
public abstract class RefreshJournalContract
{
    private static readonly Uri Issuer = new("https://issuer.example/token");
    private static readonly RawTokenAnswer Answer = new(200, Encoding.UTF8.GetBytes("fake-answer"));

    private IRefreshJournal _journal = null!;
    private RefreshFamily _family;

    /// <summary>A journal without pages.</summary>
    protected abstract IRefreshJournal Make();

    /// <summary>The same journal as another process opens it.</summary>
    protected virtual IRefreshJournal Again(IRefreshJournal journal) => journal;

    [SetUp]
    public void SetUpJournal()
    {
        _journal = Make();
        _family = _journal.FamilyOf(Issuer, RefreshWorld.SecretOf("fake-refresh"));
    }

    [Test]
    public async Task End_is_seen_without_the_lock()
    {
        var before = _journal.FindEnd(_family);
        using var page = await _journal.OpenAsync(_family, default);
        page.Close(RefreshEnd.Replaced);

        Assert.That((before, Again(_journal).FindEnd(_family)), Is.EqualTo(((RefreshEnd?)null, (RefreshEnd?)RefreshEnd.Replaced)));
    }

    [Test]
    public void Family_is_the_same_for_the_same_token_at_the_same_issuer_only()
    {
        var other = _journal.FamilyOf(Issuer, RefreshWorld.SecretOf("fake-other"));
        var elsewhere = _journal.FamilyOf(new Uri("https://other.example/token"), RefreshWorld.SecretOf("fake-refresh"));

        Assert.That(Again(_journal).FamilyOf(Issuer, RefreshWorld.SecretOf("fake-refresh")), Is.EqualTo(_family));
        Assert.That(new[] { _family, other, elsewhere }, Is.Unique);
    }

    [Test]
    public async Task Page_is_blank_at_first()
    {
        using var page = await _journal.OpenAsync(_family, default);

        Assert.That(page.Record, Is.EqualTo(RefreshRecord.Blank));
    }

    [Test]
    public async Task Intents_and_answer_are_there_for_the_next()
    {
        using (var page = await _journal.OpenAsync(_family, default))
        {
            page.Intend(IntentOf(1));
            page.Intend(IntentOf(2));
            page.Keep(Answer);
        }

        using var next = await Again(_journal).OpenAsync(_family, default);

        Assert.That((next.Record.First, next.Record.Second, next.Record.End), Is.EqualTo((IntentOf(1), IntentOf(2), (RefreshEnd?)null)));
        Assert.That(next.Record.Answer!.Status, Is.EqualTo(200));
        Assert.That(next.Record.Answer.Body.ToArray(), Is.EqualTo(Answer.Body.ToArray()));
    }

    [Test]
    public async Task Withdrawn_intent_was_never_there([Values] bool second)
    {
        using (var page = await _journal.OpenAsync(_family, default))
        {
            page.Intend(IntentOf(1));
            if (second) page.Intend(IntentOf(2));
            page.Keep(Answer);
            page.Withdraw();
        }

        using var next = await Again(_journal).OpenAsync(_family, default);

        Assert.That(next.Record, Is.EqualTo(second ? RefreshRecord.Blank.With(IntentOf(1)) : RefreshRecord.Blank));
    }

    [Test]
    public async Task Further_intent_takes_the_place_of_an_answer_that_told_nothing()
    {
        using var page = await _journal.OpenAsync(_family, default);
        page.Intend(IntentOf(1));
        page.Keep(Answer);

        page.Intend(IntentOf(2));

        Assert.That(page.Record.Answer, Is.Null);
    }

    [Test]
    public async Task Closed_page_says_how_it_ended_and_keeps_no_answer([Values] RefreshEnd end)
    {
        using (var page = await _journal.OpenAsync(_family, default))
        {
            page.Intend(IntentOf(1));
            page.Keep(Answer);
            page.Close(end);
        }

        using var next = await Again(_journal).OpenAsync(_family, default);

        Assert.That((next.Record.Answer, next.Record.End), Is.EqualTo(((RawTokenAnswer?)null, (RefreshEnd?)end)));
        Assert.That(_journal.ListPending(), Is.Empty);
    }

    [Test]
    public async Task Cleared_page_is_blank_again()
    {
        using (var page = await _journal.OpenAsync(_family, default))
        {
            page.Intend(IntentOf(1));
            page.Keep(Answer);
            page.Clear();
        }

        using var next = await Again(_journal).OpenAsync(_family, default);

        Assert.That(next.Record, Is.EqualTo(RefreshRecord.Blank));
    }

    [Test]
    public async Task What_was_begun_and_has_not_ended_is_pending()
    {
        using (var page = await _journal.OpenAsync(_family, default)) page.Intend(IntentOf(1));

        Assert.That(Again(_journal).ListPending(), Is.EqualTo(new[] { new PendingRefresh(_family, IntentOf(1)) }));
    }

    [Test]
    public async Task Page_is_held_by_one_at_a_time()
    {
        var page = await _journal.OpenAsync(_family, default);

        var next = Again(_journal).OpenAsync(_family, default);
        var waited = !next.IsCompleted;
        page.Dispose();
        (await next).Dispose();

        Assert.That(waited, Is.True);
    }

    private static RefreshIntent IntentOf(ulong attempt) => new(
        attempt, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), AgentId.Main, ProfileId.Parse("anthropic:work"), "fake-place");
}
