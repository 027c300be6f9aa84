using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Chat;

/// <summary>A login that is about to end is refreshed before a message uses it.</summary>
public sealed class RefreshOnUseTests
{
    private RefreshWorld _refresh = null!;
    private TestWorld _world = null!;

    [SetUp]
    public void SetUp() => _world = (_refresh = new RefreshWorld()).World;

    [TearDown]
    public async Task TearDown() => await _refresh.DisposeAsync();

    [TestCase(-60)]
    [TestCase(1)]
    public async Task Login_that_ends_soon_is_refreshed_first_and_its_payer_stays(int minutes)
    {
        _refresh.Put(TimeSpan.FromMinutes(5));
        var before = await _world.Answer("one");
        _refresh.Put(TimeSpan.FromMinutes(minutes));

        var after = await _world.Answer("two");

        Assert.That(_refresh.Login.Access!.Reveal(), Is.EqualTo("fake-access-1"));
        Assert.That(_world.Vendor.Seen.Select(seen => seen.Payer).Distinct().Count(), Is.EqualTo(1));
        Assert.That(after.Receipt.Profile, Is.EqualTo(before.Receipt.Profile));
        Assert.That(after.Notices, Is.Empty);
    }

    [Test]
    public async Task Pin_whose_refresh_fails_is_refused_with_the_reason_and_nobody_else_is_charged()
    {
        _refresh.Put(TimeSpan.FromMinutes(-1));
        _world.Credentials.Login("anthropic:personal").Order("anthropic", "anthropic:work", "anthropic:personal");
        await _world.Type("/model @work");
        _refresh.Issuer.Lose(wasSent: false);

        var refusal = await _world.Refusal("hello");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.RefreshUnavailable));
        Assert.That(_world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Pin_whose_refresh_failed_once_serves_as_soon_as_it_succeeds()
    {
        _refresh.Put(TimeSpan.FromMinutes(-1));
        await _world.Type("/model @work");
        _refresh.Issuer.Lose(wasSent: false);
        await _world.Refusal("hello");
        _world.Time.Advance(TimeSpan.FromMinutes(1));

        var answer = await _world.Answer("again");

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo(RefreshWorld.Work));
    }

    [Test]
    public async Task Automatic_choice_moves_on_when_the_refresh_fails_and_says_why()
    {
        _refresh.Put(TimeSpan.FromMinutes(-1));
        _world.Credentials.Login("anthropic:personal").Order("anthropic", "anthropic:work", "anthropic:personal");
        _refresh.Issuer.Lose(wasSent: false);

        var answer = await _world.Answer("hello");

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:personal"));
        Assert.That(answer.Notices.OfType<Notice.PayerChanged>().Single().Reason, Is.EqualTo(ErrorCode.RefreshUnavailable));
    }

    [Test]
    public async Task Token_that_still_lives_serves_without_its_refresh()
    {
        _refresh.Put(TimeSpan.FromMinutes(1));
        _refresh.Issuer.Lose(wasSent: false);

        var answer = await _world.Answer("hello");

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo(RefreshWorld.Work));
    }

    [TestCase(RefreshState.OutcomeUnknown, "refresh-outcome-unknown")]
    [TestCase(RefreshState.Refused, "sign-in-needed")]
    [TestCase(RefreshState.Restored, "store-restored")]
    public async Task Ended_login_says_why_it_does_not_come_back(RefreshState state, string code)
    {
        _refresh.Put(TimeSpan.FromHours(1));
        await _world.Type("/model @work");
        _refresh.Put(TimeSpan.FromMinutes(-1), entry => entry with { Refresh = state });

        var refusal = await _world.Refusal("hello");

        Assert.That(refusal.Code.Id, Is.EqualTo(code));
        Assert.That(_refresh.Issuer.Shown, Is.Empty);
    }

    [Test]
    public async Task Dry_run_refreshes_nothing()
    {
        _refresh.Put(TimeSpan.FromMinutes(-1));

        await _world.Type("/model @work ?");

        Assert.That(_refresh.Issuer.Shown, Is.Empty);
    }
}
