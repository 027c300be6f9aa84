using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Credentials;

/// <summary>One exchange a token, whatever happens on the way.</summary>
public sealed class OAuthRefresherTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private static readonly string[] First = ["fake-refresh-0"];
    private RefreshWorld _world = null!;

    [SetUp]
    public void SetUp() => _world = new RefreshWorld();

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task Login_that_ends_soon_is_exchanged_once_and_stored()
    {
        _world.Put(Soon);

        var outcome = await _world.Refresh();

        Assert.That(outcome, Is.TypeOf<RefreshOutcome.Refreshed>());
        Assert.That(_world.Issuer.Shown, Is.EqualTo(First));
        Assert.That(_world.Login, Is.EqualTo(new Credential.OAuth(
            RefreshWorld.SecretOf("fake-access-1"), RefreshWorld.SecretOf("fake-refresh-1"), _world.World.Time.GetUtcNow().AddHours(8))));
    }

    [Test]
    public async Task Login_that_lives_is_left_alone()
    {
        _world.Put(TimeSpan.FromHours(1));

        var outcome = await _world.Refresh();

        Assert.That(outcome, Is.TypeOf<RefreshOutcome.NotNeeded>());
        Assert.That(_world.Issuer.Shown, Is.Empty);
    }

    [Test]
    public async Task One_hundred_callers_make_one_exchange()
    {
        _world.Put(Soon);
        var go = new TaskCompletionSource();
        _world.Issuer.Meanwhile = () => go.Task;

        var callers = Enumerable.Range(0, 100).Select(_ => _world.Refresh()).ToList();
        go.SetResult();
        await Task.WhenAll(callers);

        Assert.That(_world.Issuer.Shown, Is.EqualTo(First));
    }

    [Test]
    public async Task Waiter_that_leaves_stops_nothing()
    {
        _world.Put(Soon);
        var go = new TaskCompletionSource();
        _world.Issuer.Meanwhile = () => go.Task;
        using var leaves = new CancellationTokenSource();
        var leaving = _world.Refresher.RefreshAsync(AgentId.Main, RefreshWorld.WorkId, leaves.Token);
        var staying = _world.Refresh();

        await leaves.CancelAsync();
        Assert.That(async () => await leaving, Throws.InstanceOf<OperationCanceledException>());
        go.SetResult();

        Assert.That(await staying, Is.TypeOf<RefreshOutcome.Refreshed>());
    }

    [Test]
    public async Task Payer_stays_who_it_was([Values(null, "fake-sign-in")] string? signIn, [Values(null, "fake-account")] string? account)
    {
        _world.Put(Soon, entry => entry with { SignIn = signIn, Account = account });
        var fingerprints = _world.World.Services.GetRequiredService<Fingerprints>();
        var before = fingerprints.PayerOf(_world.Stored, null);

        await _world.Refresh();

        Assert.That(fingerprints.PayerOf(_world.Stored, null), Is.EqualTo(before));
    }

    [Test]
    public async Task Answer_without_a_refresh_token_keeps_the_one_that_was_shown()
    {
        _world.Put(Soon);
        _world.Issuer.Answer(200, ScriptedTokenEndpoint.Tokens("fake-access-a", null)).Answer(200, ScriptedTokenEndpoint.Tokens("fake-access-b", null));

        await _world.Refresh();
        _world.World.Time.Advance(TimeSpan.FromHours(8));
        await _world.Refresh();

        Assert.That(_world.Login.Refresh!.Reveal(), Is.EqualTo("fake-refresh-0"));
        Assert.That(_world.Login.Access!.Reveal(), Is.EqualTo("fake-access-b"));
    }

    [TestCase(400, """{"error":"invalid_grant"}""")]
    [TestCase(404, "")]
    public async Task Spent_token_needs_a_sign_in_and_is_not_sent_again(int status, string body)
    {
        _world.Put(Soon);
        _world.Issuer.Answer(status, body);

        var outcome = await _world.Refresh();
        await _world.Refresh();

        Assert.That(outcome.Problem, Is.EqualTo(ErrorCode.SignInNeeded));
        Assert.That(_world.Stored.Refresh, Is.EqualTo(RefreshState.Refused));
        Assert.That(_world.Issuer.Shown, Is.EqualTo(First));
    }

    [Test]
    public async Task Request_that_never_left_may_be_made_again_later()
    {
        _world.Put(Soon);
        _world.Issuer.Lose(wasSent: false);

        var outcome = await _world.Refresh();
        var atOnce = await _world.Refresh();
        _world.World.Time.Advance(TimeSpan.FromSeconds(30));
        var later = await _world.Refresh();

        Assert.That(outcome.Problem, Is.EqualTo(ErrorCode.RefreshUnavailable));
        Assert.That(atOnce, Is.EqualTo(outcome));
        Assert.That(later, Is.TypeOf<RefreshOutcome.Refreshed>());
    }

    [TestCase(429)]
    [TestCase(503)]
    public async Task Request_that_was_not_served_may_be_made_again_as_often_as_needed(int status)
    {
        _world.Put(Soon);
        for (var i = 0; i < 3; i++)
        {
            _world.Issuer.Answer(status, "");
            await _world.Refresh();
            _world.World.Time.Advance(TimeSpan.FromSeconds(30));
        }

        var outcome = await _world.Refresh();

        Assert.That(outcome, Is.TypeOf<RefreshOutcome.Refreshed>());
    }

    [TestCase(401)]
    [TestCase(403)]
    [TestCase(302)]
    public async Task Issuer_that_refuses_the_client_is_asked_ever_less_often_and_the_entry_says_so(int status)
    {
        _world.Put(Soon);
        for (var i = 0; i < 5; i++) _world.Issuer.Answer(status, "");
        var rests = new List<double>();

        for (var i = 0; i < 5; i++)
        {
            var outcome = (RefreshOutcome.Unavailable)await _world.Refresh();
            var rest = outcome.Until!.Value - _world.World.Time.GetUtcNow();
            rests.Add(rest.TotalMinutes);
            _world.World.Time.Advance(rest - TimeSpan.FromSeconds(1));
            await _world.Refresh();
            await _world.Refresher.RefreshAllAsync(AgentId.Main, default);
            _world.World.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That(rests, Is.EqualTo(new[] { 1.0, 5, 15, 60, 60 }));
        Assert.That(_world.Issuer.Shown, Has.Count.EqualTo(5));
        Assert.That(_world.Stored.Refresh, Is.EqualTo(RefreshState.ClientRefused));
    }

    [Test]
    public async Task Issuer_that_accepts_the_client_again_ends_the_trouble()
    {
        _world.Put(Soon);
        _world.Issuer.Answer(401, "");
        await _world.Refresh();
        _world.World.Time.Advance(TimeSpan.FromMinutes(1));

        await _world.Refresher.RefreshAllAsync(AgentId.Main, default);

        Assert.That(_world.Stored.Refresh, Is.EqualTo(RefreshState.Untroubled));
        Assert.That(_world.Login.Refresh!.Reveal(), Is.EqualTo("fake-refresh-1"));
    }

    [Test]
    public async Task Lost_answer_is_asked_for_once_more_at_once_within_the_grace()
    {
        _world.Put(Soon);
        _world.Issuer.Lose();

        var outcome = await _world.Refresh();

        Assert.That(outcome, Is.TypeOf<RefreshOutcome.Refreshed>());
        Assert.That(_world.Issuer.Shown, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Two_lost_answers_are_an_outcome_that_stays_unknown()
    {
        _world.Put(Soon);
        _world.Issuer.Lose().Lose();

        var outcome = await _world.Refresh();
        var again = await _world.Refresh();

        Assert.That(outcome, Is.TypeOf<RefreshOutcome.OutcomeUnknown>());
        Assert.That(again, Is.TypeOf<RefreshOutcome.OutcomeUnknown>());
        Assert.That(_world.Stored.Refresh, Is.EqualTo(RefreshState.OutcomeUnknown));
        Assert.That(_world.Issuer.Shown, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Without_grace_the_second_attempt_waits_for_the_end_of_the_access_token()
    {
        await using var strict = new RefreshWorld(grace: TimeSpan.Zero).Put(Soon);
        strict.Issuer.Lose();

        var outcome = await strict.Refresh();
        strict.World.Time.Advance(TimeSpan.FromSeconds(59));
        await strict.Refresh();
        var shownBefore = strict.Issuer.Shown.Count;
        strict.World.Time.Advance(TimeSpan.FromSeconds(1));
        var ended = await strict.Refresh();

        Assert.That(outcome.Problem, Is.EqualTo(ErrorCode.RefreshOutcomeUnknown));
        Assert.That(shownBefore, Is.EqualTo(1));
        Assert.That(ended, Is.TypeOf<RefreshOutcome.Refreshed>());
    }

    [Test]
    public async Task Failure_of_the_issuer_itself_allows_one_further_attempt_and_no_third()
    {
        _world.Put(Soon);
        _world.Issuer.Answer(500, "").Answer(502, "");

        var outcome = await _world.Refresh();
        _world.World.Time.Advance(TimeSpan.FromSeconds(31));
        var second = await _world.Refresh();
        _world.World.Time.Advance(TimeSpan.FromHours(1));
        await _world.Refresh();

        Assert.That(outcome.Problem, Is.EqualTo(ErrorCode.RefreshUnavailable));
        Assert.That(second, Is.TypeOf<RefreshOutcome.OutcomeUnknown>());
        Assert.That(_world.Issuer.Shown, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Answer_that_cannot_be_read_is_kept_and_nothing_more_is_sent()
    {
        _world.Put(Soon);
        _world.Issuer.Answer(200, "not json");

        var outcome = await _world.Refresh();
        _world.World.Time.Advance(TimeSpan.FromHours(1));
        await _world.Refresh();

        Assert.That(outcome.Problem, Is.EqualTo(ErrorCode.RefreshUnreadable));
        Assert.That(_world.Issuer.Shown, Is.EqualTo(First));
        Assert.That(_world.Journal.ListPending(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Store_that_was_restored_says_so_with_the_next_look_though_its_access_token_lives()
    {
        _world.Put(Soon);
        await _world.Refresh();
        _world.Put(TimeSpan.FromHours(8));

        await _world.Refresher.RefreshAllAsync(AgentId.Main, default);

        Assert.That(_world.Stored.Refresh, Is.EqualTo(RefreshState.Restored));
        Assert.That(_world.Issuer.Shown, Is.EqualTo(First));
    }

    [Test]
    public async Task Store_that_was_restored_is_known_where_the_journal_is_gone()
    {
        var spent = new InMemorySpentTokens(_world.World.Time);
        await using var before = new RefreshWorld(services: services => services.AddSingleton<ISpentTokens>(spent)).Put(Soon);
        await before.Refresh();
        await using var after = new RefreshWorld(services: services => services.AddSingleton<ISpentTokens>(spent)).Put(Soon);

        var outcome = await after.Refresh();

        Assert.That(outcome.Problem, Is.EqualTo(ErrorCode.StoreRestored));
        Assert.That(after.Issuer.Shown, Is.Empty);
        Assert.That(after.Stored.Refresh, Is.EqualTo(RefreshState.Restored));
    }

    [Test]
    public async Task Older_copy_of_the_store_is_never_exchanged()
    {
        var old = _world.Put(Soon).Stored;
        for (var i = 0; i < 3; i++)
        {
            await _world.Refresh();
            _world.World.Time.Advance(TimeSpan.FromHours(8));
        }
        _world.World.Credentials.Put(old);

        var outcome = await _world.Refresh();

        Assert.That(outcome.Problem, Is.EqualTo(ErrorCode.StoreRestored));
        Assert.That(_world.Stored.Refresh, Is.EqualTo(RefreshState.Restored));
        Assert.That(_world.Issuer.Shown, Is.EqualTo(new[] { "fake-refresh-0", "fake-refresh-1", "fake-refresh-2" }));
    }

    [Test]
    public async Task Sign_in_during_the_exchange_is_not_overwritten()
    {
        _world.Put(Soon);
        _world.Issuer.Meanwhile = () =>
        {
            _world.World.Credentials.Login(RefreshWorld.Work, _world.World.Time.GetUtcNow().AddHours(1), "fake-new");
            return Task.CompletedTask;
        };

        var outcome = await _world.Refresh();

        Assert.That(outcome, Is.TypeOf<RefreshOutcome.Adopted>());
        Assert.That(_world.Login.Refresh!.Reveal(), Is.EqualTo("fake-new-refresh"));
    }

    [Test]
    public async Task Profile_that_is_removed_during_the_exchange_stays_removed()
    {
        _world.Put(Soon);
        _world.Issuer.Meanwhile = () =>
        {
            _world.World.Credentials.Remove(RefreshWorld.Work);
            return Task.CompletedTask;
        };

        await _world.Refresh();

        Assert.That(_world.Find(RefreshWorld.Work), Is.Null);
    }

    [Test]
    public async Task Store_that_cannot_be_written_leaves_the_answer_to_the_next_recovery()
    {
        _world.Put(Soon);
        _world.Issuer.Meanwhile = () =>
        {
            _world.World.Credentials.FailEdits = new ChatAuthException(ErrorCode.StoreUnwritable, "memory");
            return Task.CompletedTask;
        };

        var outcome = await _world.Refresh();
        _world.World.Credentials.FailEdits = null;
        await _world.Refresher.RecoverAsync(default);

        Assert.That(outcome.Problem, Is.EqualTo(ErrorCode.StoreUnwritable));
        Assert.That(_world.Login.Refresh!.Reveal(), Is.EqualTo("fake-refresh-1"));
        Assert.That(_world.Issuer.Shown, Is.EqualTo(First));
        Assert.That(_world.Journal.ListPending(), Is.Empty);
    }

    [Test]
    public async Task What_ended_long_ago_is_brought_home_and_exchanged_in_its_turn()
    {
        _world.Put(Soon);
        var family = _world.Journal.FamilyOf(_world.Settings.TokenUrl!, _world.Login.Refresh!);
        using (var page = await _world.Journal.OpenAsync(family, default))
        {
            page.Intend(new RefreshIntent(1, _world.World.Time.GetUtcNow(), AgentId.Main, RefreshWorld.WorkId, "fake-place"));
            page.Keep(new RawTokenAnswer(200, System.Text.Encoding.UTF8.GetBytes(ScriptedTokenEndpoint.Tokens("fake-access-x", "fake-refresh-x"))));
        }
        _world.World.Time.Advance(TimeSpan.FromHours(9));

        await _world.Refresh();

        Assert.That(_world.Issuer.Shown, Is.EqualTo(new[] { "fake-refresh-x" }));
        Assert.That(_world.Login.Refresh!.Reveal(), Is.EqualTo("fake-refresh-1"));
    }

    [Test]
    public async Task Watch_refreshes_what_ends_within_ten_minutes()
    {
        _world.Put(TimeSpan.FromMinutes(9));

        await _world.Refresher.RefreshAllAsync(AgentId.Main, default);

        Assert.That(_world.Issuer.Shown, Is.EqualTo(First));
    }
}
