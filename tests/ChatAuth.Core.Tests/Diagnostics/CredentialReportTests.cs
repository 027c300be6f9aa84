using ChatAuth.Core.Access;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Tests.Diagnostics;

internal sealed class CredentialReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ProviderId Anthropic = ProviderId.Parse("anthropic");

    [Test]
    public void Provider_in_use_without_a_profile_is_unserved_and_missing()
    {
        var provider = Report().Providers.Single();

        Assert.That((provider.Provider, provider.IsInUse, provider.Health, provider.Because),
            Is.EqualTo((Anthropic, true, CredentialHealth.Unserved, (CandidateReason?)CandidateReason.Missing)));
    }

    [Test]
    public void One_usable_profile_is_enough()
    {
        var report = Report(Token("anthropic:old", Now.AddHours(-1)), Token("anthropic:soon", Now.AddHours(1)), Key("anthropic:work"));

        Assert.That(report.Health, Is.EqualTo(CredentialHealth.Healthy));
    }

    [Test]
    public void Expired_profiles_alone_are_unserved()
    {
        var report = Report(Token("anthropic:old", Now), Token("anthropic:older", Now.AddDays(-9)));

        Assert.That(report.Health, Is.EqualTo(CredentialHealth.Unserved));
        Assert.That(report.Providers[0].Because, Is.EqualTo(CandidateReason.Expired));
    }

    [Test]
    public void Blank_key_is_unserved()
    {
        var report = Report(Entry("anthropic:blank", new Credential.ApiKey(null)));

        Assert.That(report.Health, Is.EqualTo(CredentialHealth.Unserved));
        Assert.That(report.Providers[0].Because, Is.EqualTo(CandidateReason.Blank));
    }

    [Test]
    public void Disabled_for_billing_is_unserved_until_its_end()
    {
        var end = Now.AddHours(5);
        var report = Report(Key("anthropic:work") with { Health = ProfileHealth.Unused with { DisabledUntil = end } });

        Assert.That(report.Health, Is.EqualTo(CredentialHealth.Unserved));
        Assert.That((report.Providers[0].Because, report.Providers[0].Until), Is.EqualTo(((CandidateReason?)CandidateReason.Disabled, (DateTimeOffset?)end)));
    }

    [Test]
    public void Order_that_leaves_out_a_login_that_lives_names_no_time()
    {
        var roster = new ProfileRoster(
            [Token("anthropic:work", Now.AddDays(9))],
            new Dictionary<ProviderId, ProfileOrder> { [Anthropic] = new([ProfileId.Parse("anthropic:other")], "store") },
            "memory");

        var provider = CredentialReport.Of(Settings(), roster, _ => true, Now).Providers.Single();

        Assert.That((provider.Health, provider.Until), Is.EqualTo((CredentialHealth.Unserved, (DateTimeOffset?)null)));
    }

    [Test]
    public void Resting_profiles_alone_are_unserved()
    {
        var report = Report(Key("anthropic:work") with { Health = ProfileHealth.Unused with { CooldownUntil = Now.AddMinutes(5) } });

        Assert.That(report.Health, Is.EqualTo(CredentialHealth.Unserved));
    }

    [Test]
    public void All_usable_that_end_within_the_window_are_expiring_until_the_last_end()
    {
        var report = Report(Token("anthropic:a", Now.AddHours(1)), Token("anthropic:b", Now.AddHours(24)), Token("anthropic:old", Now.AddHours(-1)));

        Assert.That(report.Health, Is.EqualTo(CredentialHealth.Expiring));
        Assert.That(report.Providers[0].Until, Is.EqualTo(Now.AddHours(24)));
    }

    [Test]
    public void Profiles_outside_of_the_order_do_not_count()
    {
        var roster = new ProfileRoster(
            [Token("anthropic:old", Now), Key("anthropic:work")],
            new Dictionary<ProviderId, ProfileOrder> { [Anthropic] = new([ProfileId.Parse("anthropic:old")], "store") },
            "memory");

        var report = CredentialReport.Of(Settings(), roster, _ => true, Now);

        Assert.That(report.Health, Is.EqualTo(CredentialHealth.Unserved));
    }

    [Test]
    public void Profile_for_another_conversation_counts_though_it_does_not_serve_here()
    {
        Assert.That(ConversationPattern.TryParse("space:discord:9", out var place));
        var entry = Key("anthropic:theirs");
        var theirs = entry with { Profile = entry.Profile with { Audience = new ProfileAudience(null, [place], true) } };

        var report = Report(theirs);

        Assert.That(report.Health, Is.EqualTo(CredentialHealth.Healthy));
        Assert.That(report.Providers[0].Resolution.Candidates, Is.Empty);
    }

    [TestCase("", CredentialHealth.Unserved)]
    [TestCase("cron", CredentialHealth.Healthy)]
    public void Rule_that_forbids_counts_only_where_it_holds_everywhere(string kind, CredentialHealth expected)
    {
        var rule = new ProfileRule("no", RuleEffect.Forbid, [ProfileId.Parse("anthropic:work")], [], [], kind.Length == 0 ? [] : [kind], []);

        var report = CredentialReport.Of(Settings() with { Rules = [rule] }, Roster(Key("anthropic:work")), _ => true, Now);

        Assert.That(report.Health, Is.EqualTo(expected));
    }

    [Test]
    public void Fallbacks_are_in_use()
    {
        var report = CredentialReport.Of(Settings("openai/gpt-5.2"), Roster(Key("anthropic:work")), _ => true, Now);

        Assert.That(report.Health, Is.EqualTo(CredentialHealth.Unserved));
        Assert.That(report.Providers.Select(provider => (provider.Provider.Name, provider.IsInUse)), Is.EqualTo(new[] { ("anthropic", true), ("openai", true) }));
    }

    [Test]
    public void Provider_that_is_not_in_use_does_not_fail_the_check()
    {
        var report = Report(Key("anthropic:work"), Token("zai:old", Now));

        Assert.That(report.Health, Is.EqualTo(CredentialHealth.Healthy));
        Assert.That(report.Providers[1].Health, Is.EqualTo(CredentialHealth.Unserved));
    }

    [Test]
    public void Provider_that_cannot_be_called_is_said_and_not_counted()
    {
        var report = CredentialReport.Of(Settings(), Roster(Key("anthropic:work")), _ => false, Now);

        Assert.That((report.Health, report.Providers[0].CanBeCalled), Is.EqualTo((CredentialHealth.Healthy, false)));
        Assert.That(report.Providers[0].Resolution.Candidates[0].Reason, Is.EqualTo(CandidateReason.ProviderNotAvailable));
    }

    private static CredentialReport Report(params RosterEntry[] entries) => CredentialReport.Of(Settings(), Roster(entries), _ => true, Now);

    private static ProfileRoster Roster(params RosterEntry[] entries) => new(entries, new Dictionary<ProviderId, ProfileOrder>(), "memory");

    private static ChatAuthSettings Settings(params string[] fallbacks) => new()
    {
        Catalog = new ModelCatalog([], ModelRef.Parse("anthropic/claude-opus-4-5"), [.. fallbacks.Select(ModelRef.Parse)]),
    };

    private static RosterEntry Key(string id) => Entry(id, new Credential.ApiKey(Fake()));

    private static RosterEntry Token(string id, DateTimeOffset ends) => Entry(id, new Credential.Token(Fake(), ends));

    private static RosterEntry Entry(string id, Credential credential)
    {
        var profile = ProfileId.Parse(id);
        return new RosterEntry(
            new AuthProfile
            {
                Id = profile,
                Provider = profile.Provider,
                Credential = credential,
                Payer = new Payer(id),
                Revision = id,
                Billing = BillingClass.Metered,
                Label = profile.Name,
            },
            ProfileHealth.Unused);
    }

    private static Secret? Fake() => Secret.TryCreate("fake-key", out var secret) ? secret : null;
}
