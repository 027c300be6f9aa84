using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Diagnostics;

[TestFixture]
public sealed class DueNoticesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [TestCase(1, ExpiryStage.TwoHours)]
    [TestCase(2 * 3600, ExpiryStage.TwoHours)]
    [TestCase((2 * 3600) + 1, ExpiryStage.OneDay)]
    [TestCase(86_400, ExpiryStage.OneDay)]
    [TestCase(86_401, ExpiryStage.SevenDays)]
    [TestCase(7 * 86_400, ExpiryStage.SevenDays)]
    public void Notice_names_the_nearest_stage(int secondsLeft, ExpiryStage stage) =>
        Assert.That(((OwnerNotice.CredentialExpiring)Due(Token(secondsLeft)).Single()).Stage, Is.EqualTo(stage));

    [TestCase(-1)]
    [TestCase(0)]
    public void Credential_that_has_ended_is_told_about_as_that(int secondsLeft) =>
        Assert.That(Due(Token(secondsLeft)).Single(), Is.InstanceOf<OwnerNotice.CredentialExpired>());

    [Test]
    public void Credential_far_from_its_end_is_not_told_about() => Assert.That(Due(Token((7 * 86_400) + 1)), Is.Empty);

    [Test]
    public void Key_without_an_end_is_not_told_about() => Assert.That(Due(new Credential.ApiKey(Fake)), Is.Empty);

    [Test]
    public void Login_that_we_can_refresh_is_not_told_about() =>
        Assert.That(Due(new Credential.OAuth(Fake, Fake, Now.AddHours(1)), profile => profile with { CanRefresh = true }), Is.Empty);

    [TestCase(60, 0)]
    [TestCase(-60, 1)]
    public void Login_that_its_own_program_renews_is_told_about_when_it_has_ended(int secondsLeft, int count) =>
        Assert.That(Due(new Credential.OAuth(Fake, Fake, Now.AddSeconds(secondsLeft)), profile => profile with { IsRenewed = true }).Count(), Is.EqualTo(count));

    [TestCase(RefreshState.Refused, "sign-in-needed")]
    [TestCase(RefreshState.OutcomeUnknown, "refresh-outcome-unknown")]
    [TestCase(RefreshState.Restored, "store-restored")]
    [TestCase(RefreshState.ClientRefused, "issuer-refuses-client")]
    public void Login_that_cannot_be_refreshed_any_more_says_why(RefreshState refresh, string code)
    {
        var ending = Due(new Credential.OAuth(Fake, Fake, Now.AddHours(1)), profile => profile with { Refresh = refresh });
        var ended = Due(new Credential.OAuth(Fake, Fake, Now.AddHours(-1)), profile => profile with { Refresh = refresh });

        Assert.That(ending.Concat(ended).Select(notice => notice.Why!.Id), Is.EqualTo(new[] { code, code }));
    }

    [Test]
    public void Account_that_could_not_pay_is_told_about_until_it_is_tried_again()
    {
        var until = Now.AddHours(5);

        var notice = Due(new Credential.ApiKey(Fake), health: new ProfileHealth { DisabledUntil = until, LastFailure = Now }).Single();

        Assert.That(notice, Is.EqualTo(new OwnerNotice.ProfileDisabled(AgentId.Main, Work, until, Remedy.ToClear(AgentId.Main, Work))));
        Assert.That(notice.Why, Is.EqualTo(ErrorCode.VendorUnpaid));
        Assert.That(Due(new Credential.ApiKey(Fake), health: new ProfileHealth { DisabledUntil = Now, LastFailure = Now }), Is.Empty);
    }

    [Test]
    public void Another_end_another_rest_and_another_agent_are_other_subjects()
    {
        Assert.That(AgentId.TryParse("ops", out var ops), Is.True);
        OwnerNotice.OfCredential[] notices =
        [
            .. Due(Token(3600)), .. Due(Token(3601)), .. Due(Token(3600), agent: ops),
            .. Due(new Credential.ApiKey(Fake), health: new ProfileHealth { DisabledUntil = Now.AddHours(5), LastFailure = Now }),
            .. Due(new Credential.ApiKey(Fake), health: new ProfileHealth { DisabledUntil = Now.AddHours(6), LastFailure = Now }),
        ];

        Assert.That(notices.Select(notice => notice.Subject), Is.Unique);
        Assert.That(notices[0].Subject, Is.EqualTo("main anthropic:work 1767326645000"));
    }

    private static ProfileId Work { get; } = ProfileId.Parse("anthropic:work");

    private static Secret? Fake => Secret.TryCreate("FAKE-token", out var secret) ? secret : null;

    private static Credential.Token Token(int secondsLeft) => new(Fake, Now.AddSeconds(secondsLeft));

    private static IEnumerable<OwnerNotice.OfCredential> Due(
        Credential credential, Func<AuthProfile, AuthProfile>? change = null, ProfileHealth? health = null, AgentId agent = default)
    {
        var profile = new AuthProfile
        {
            Id = Work, Provider = Work.Provider, Credential = credential, Payer = new Payer("x"), Revision = "r", Billing = BillingClass.Subscription, Label = "work",
        };
        var settings = new ChatAuthSettings { Catalog = new ModelCatalog([], ModelRef.Parse("anthropic/opus"), []) };
        var roster = new ProfileRoster([new RosterEntry(change?.Invoke(profile) ?? profile, health ?? ProfileHealth.Unused)], new Dictionary<ProviderId, ProfileOrder>(), "memory");
        var due = new DueNotices(new Remedies(settings, []), new BrokenPins(new MemoryStores(TimeProvider.System).Sessions, TimeProvider.System));
        return due.Of(agent, CredentialReport.Of(settings, roster, _ => true, Now));
    }
}
