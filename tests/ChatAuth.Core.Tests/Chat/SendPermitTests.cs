using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Chat;

/// <summary>What one attempt allows, and what it comes to.</summary>
public sealed class SendPermitTests
{
    private static readonly FakeTime s_time = new();
    private static readonly AuthProfile s_work = Profile("anthropic:work", "anthropic|-|a");
    private static readonly Uri s_own = new("https://api.anthropic.com/v1/messages");

    public static IEnumerable<AuthProfile> Others => [Profile("anthropic:spare", "anthropic|-|a"), Profile("anthropic:work", "anthropic|-|b")];

    [TestCaseSource(nameof(Others))]
    public void Permit_of_an_attempt_serves_that_profile_and_payer_only(AuthProfile other)
    {
        var permit = SendPermit.For(Attempt(), endpoint: null, s_time);

        var refused = Assert.Throws<VendorException>(() => permit.Spend(other, s_own));

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.SendNotPermitted));
        Assert.That(permit.SpentAt, Is.Null);
    }

    [TestCase(null, "https://api.anthropic.com/v1", true)]
    [TestCase(null, "https://proxy.example/v1", false)]
    [TestCase("https://proxy.example/v1", "https://proxy.example/v1/messages", true)]
    [TestCase("https://proxy.example/v1", "https://proxy.example:8443/v1", false)]
    [TestCase("https://proxy.example/v1", "https://api.anthropic.com/v1", false)]
    public void Permit_serves_the_origin_that_was_decided(string? configured, string address, bool serves)
    {
        var endpoint = configured is null ? null : new ProviderEndpoint(s_work.Provider, new Uri(configured), null);
        var permit = SendPermit.For(s_work, endpoint, s_time);

        void Spend() => permit.Spend(s_work, new Uri(address));

        if (serves) Spend();
        else Assert.That(Assert.Throws<VendorException>(Spend)!.Code, Is.EqualTo(ErrorCode.OriginRefused));
        Assert.That(permit.SentTo is not null, Is.EqualTo(serves));
    }

    [Test]
    public void Vendor_whose_own_address_is_known_to_its_module_only_is_called_there()
    {
        var profile = Profile("else:work", "else|-|a");
        var permit = SendPermit.For(profile, endpoint: null, s_time);

        permit.Spend(profile, new Uri("https://api.else.example/v1"));

        Assert.That(permit.SentTo, Is.EqualTo("https://api.else.example"));
    }

    [Test]
    public async Task Permit_is_redeemed_once_whoever_is_first()
    {
        var permit = SendPermit.For(s_work, endpoint: null, s_time);

        var redeemed = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => IsAllowed(permit) && permit.TryLeave())));

        Assert.That(redeemed.Count(won => won), Is.EqualTo(1));
    }

    [Test]
    public void Body_leaves_after_redemption_and_once()
    {
        var permit = SendPermit.For(s_work, endpoint: null, s_time);
        var early = permit.TryLeave();
        permit.Spend(s_work, s_own);

        var (first, second) = (permit.TryLeave(), permit.TryLeave());

        Assert.That((early, first, second), Is.EqualTo((false, true, false)));
    }

    [TestCase(false, false, null, AttemptOutcome.Failed)]
    [TestCase(false, false, true, AttemptOutcome.Failed)]
    [TestCase(true, false, true, AttemptOutcome.Failed)]
    [TestCase(true, true, false, AttemptOutcome.Failed)]
    [TestCase(true, true, true, AttemptOutcome.Unknown)]
    [TestCase(true, true, null, AttemptOutcome.Unknown)]
    public void What_was_sent_decides_what_became_of_the_attempt(bool spent, bool left, bool? charged, AttemptOutcome outcome)
    {
        var permit = SendPermit.For(Attempt(), endpoint: null, s_time);
        if (spent) permit.Spend(s_work, s_own);
        if (left) permit.TryLeave();

        var became = permit.OutcomeAfter(charged is { } may ? new VendorException(ErrorCode.VendorUnavailable, null, mayHaveBeenCharged: may) : null);

        Assert.That(became, Is.EqualTo(outcome));
    }

    private static bool IsAllowed(SendPermit permit)
    {
        try
        {
            permit.Spend(s_work, s_own);
            return true;
        }
        catch (VendorException)
        {
            return false;
        }
    }

    private static AuthProfile Profile(string id, string payer) => new()
    {
        Id = ProfileId.Parse(id), Provider = ProfileId.Parse(id).Provider, Credential = new Credential.ApiKey(null), Payer = new Payer(payer),
        Revision = "r", Billing = BillingClass.Metered, Label = "x",
    };

    private static Attempt Attempt() => new(
        SessionKey.Terminal("main"), new ChangeCause("test:1"), 1, Person.Operator, AttemptPurpose.Message, ModelRef.Parse("anthropic/opus"),
        s_work.Id, s_work.Payer, s_work.Billing, 1, s_time.GetUtcNow());
}
