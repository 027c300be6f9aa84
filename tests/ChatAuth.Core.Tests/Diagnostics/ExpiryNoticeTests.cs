using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Diagnostics;

[TestFixture]
public sealed class ExpiryNoticeTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [TestCase(-1, ExpiryStage.Ended)]
    [TestCase(0, ExpiryStage.Ended)]
    [TestCase(1, ExpiryStage.TwoHours)]
    [TestCase(2 * 3600, ExpiryStage.TwoHours)]
    [TestCase((2 * 3600) + 1, ExpiryStage.OneDay)]
    [TestCase(86_400, ExpiryStage.OneDay)]
    [TestCase(86_401, ExpiryStage.SevenDays)]
    [TestCase(7 * 86_400, ExpiryStage.SevenDays)]
    public void Notice_names_the_nearest_stage(int secondsLeft, ExpiryStage stage)
    {
        var notices = ExpiryNotice.Of(Report(new Credential.Token(Fake, Now.AddSeconds(secondsLeft))));

        Assert.That(notices.Single().Stage, Is.EqualTo(stage));
    }

    [Test]
    public void Credential_far_from_its_end_is_not_told_about() =>
        Assert.That(ExpiryNotice.Of(Report(new Credential.Token(Fake, Now.AddDays(7).AddSeconds(1)))), Is.Empty);

    [Test]
    public void Key_without_an_end_is_not_told_about() => Assert.That(ExpiryNotice.Of(Report(new Credential.ApiKey(Fake))), Is.Empty);

    [Test]
    public void Login_that_we_can_refresh_is_not_told_about() =>
        Assert.That(ExpiryNotice.Of(Report(new Credential.OAuth(Fake, Fake, Now.AddHours(1)), canRefresh: true)), Is.Empty);

    [Test]
    public void Renewed_credential_is_another_subject()
    {
        var subjects = new[] { 1, 2 }.Select(hour =>
            ExpiryNotice.Of(Report(new Credential.Token(Fake, Now.AddHours(hour)))).Single().SubjectFor(AgentId.Main));

        Assert.That(subjects, Is.Unique);
    }

    private static Secret? Fake => Secret.TryCreate("FAKE-token", out var secret) ? secret : null;

    private static CredentialReport Report(Credential credential, bool canRefresh = false)
    {
        var id = ProfileId.Parse("anthropic:work");
        var profile = new AuthProfile
        {
            Id = id, Provider = id.Provider, Credential = credential, Payer = new Payer("x"), Revision = "r", Billing = BillingClass.Subscription,
            Label = "work", CanRefresh = canRefresh,
        };
        var settings = new ChatAuthSettings { Catalog = new ModelCatalog([], ModelRef.Parse("anthropic/opus"), []) };
        var roster = new ProfileRoster([new RosterEntry(profile, ProfileHealth.Unused)], new Dictionary<ProviderId, ProfileOrder>(), "memory");
        return CredentialReport.Of(settings, roster, _ => true, Now);
    }
}
