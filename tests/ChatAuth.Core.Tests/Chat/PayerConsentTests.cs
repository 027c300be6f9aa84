using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Chat;

/// <summary>A change of who pays is never silent, whatever caused it.</summary>
public sealed class PayerConsentTests
{
    private static readonly Func<Exception?> Limited = () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit);
    private TestWorld _world = null!;

    [SetUp]
    public void SetUp() => _world = new TestWorld();

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    private async Task PayBySubscription()
    {
        _world.Credentials.Login("anthropic:plan").Key("anthropic:api");
        await _world.Answer("first");
        _world.Vendor.Fail("anthropic:plan", Limited);
    }

    [Test]
    public async Task Subscription_to_metered_is_asked_first_and_nothing_is_sent_before_the_answer()
    {
        await PayBySubscription();

        var refusal = await _world.Refusal("second");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PayerChange));
        Assert.That(refusal.Resting.Select(account => (account.Profile.Name, account.Rest!.Reason)), Is.EqualTo(new[] { ("anthropic:plan", FailureReason.RateLimit) }), "why the other does not pay");
        Assert.That(refusal.From!.Name, Is.EqualTo("anthropic:plan"));
        Assert.That(refusal.Profile!.Name, Is.EqualTo("anthropic:api"));
        Assert.That(_world.Vendor.Seen.Select(seen => seen.Profile.Name), Does.Not.Contain("api"));
    }

    [Test]
    public async Task Allow_sends_the_held_message_once_and_asks_again_next_time()
    {
        await PayBySubscription();
        await _world.Refusal("second");

        var answer = await _world.Answer("/model allow");
        var sent = _world.Vendor.Seen.Last().Text;
        var third = await _world.Refusal("third");
        await _world.Type("/model deny");
        _world.Vendor.Fail("anthropic:plan", null);
        _world.Time.Advance(TimeSpan.FromMinutes(2));
        var fourth = await _world.Answer("fourth");

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:api"));
        Assert.That(sent, Is.EqualTo("second"));
        Assert.That(third.Code, Is.EqualTo(ErrorCode.PayerChange));
        Assert.That(fourth.Receipt.Profile.Name, Is.EqualTo("anthropic:plan"));
        Assert.That((await _world.Refusal("/model allow")).Code, Is.EqualTo(ErrorCode.NothingAsked));
    }

    [Test]
    public async Task Redelivered_allow_sends_once()
    {
        await PayBySubscription();
        await _world.Refusal("second");
        var tap = _world.Operator();
        await _world.Answer("/model allow", tap);

        var again = await _world.Refusal("/model allow", tap);

        Assert.That(again.Code, Is.EqualTo(ErrorCode.AlreadyAnswered));
        Assert.That(_world.Vendor.Seen.Count(seen => seen.Profile.Name == "api"), Is.EqualTo(1));
    }

    [Test]
    public async Task Redelivered_allow_does_not_answer_a_question_that_was_asked_later()
    {
        await PayBySubscription();
        _world.Credentials.Key("anthropic:other");
        await _world.Refusal("second");
        var tap = _world.Operator();
        await _world.Ask("/model allow", tap);
        _world.Vendor.Fail("anthropic:api", Limited);
        var later = await _world.Refusal("third");
        Assume.That(later.Code, Is.EqualTo(ErrorCode.PayerChange));

        var again = await _world.Refusal("/model allow", tap);

        Assert.That(again.Code, Is.EqualTo(ErrorCode.AlreadyAnswered));
        Assert.That(_world.Vendor.Seen.Select(seen => seen.Profile.Name), Does.Not.Contain("other"));
    }

    [TestCase("/model opus@plan")]
    [TestCase("/model opus")]
    [TestCase("/model unpin")]
    public async Task Redelivered_choice_does_not_acknowledge_who_would_pay_by_now(string typed)
    {
        _world.Credentials.Login("anthropic:plan").Key("anthropic:api");
        await _world.Type("/model sonnet@plan");
        var command = _world.Operator();
        await _world.Type(typed, command);
        await _world.Answer("first");
        await _world.Type("/model history");
        _world.Vendor.Fail("anthropic:plan", Limited);
        await _world.Ask("second");

        await _world.Type(typed, command);
        await _world.Ask("third");

        Assert.That(_world.Vendor.Seen.Select(seen => seen.Profile.Name), Does.Not.Contain("api"));
    }

    [Test]
    public async Task Redelivered_allow_does_not_answer_a_later_question()
    {
        await PayBySubscription();
        await _world.Refusal("second");
        _world.Time.Advance(TimeSpan.FromMinutes(20));
        _world.Vendor.Fail("anthropic:plan", Limited);
        var tap = _world.Operator();
        await _world.Type<CommandReply.Consented>("/model allow never", tap);
        await _world.Type("/model sonnet");
        await _world.Type("/model opus");
        var later = await _world.Ask("third");

        var again = await _world.Ask("/model allow", tap);

        Assert.That(again, Is.InstanceOf<AskResult.Refused>());
        Assert.That(((CommandReply.Failed)((AskResult.Refused)again).Reply).Code, Is.EqualTo(ErrorCode.NothingAsked));
        Assert.That(later, Is.Not.Null);
    }

    [Test]
    public async Task Fresh_session_is_asked_before_another_model_is_asked_once()
    {
        _world.Credentials.Login("anthropic:plan").Key("openai:work");

        var refusal = await _world.Refusal("/gpt what?");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PayerChange));
        Assert.That(_world.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Never_after_a_resting_pin_does_not_ask_again()
    {
        _world.Credentials.Login("anthropic:plan").Usage("anthropic:plan", new ProfileHealth
        {
            LastFailure = _world.Time.GetUtcNow(), CooldownUntil = _world.Time.GetUtcNow().AddMinutes(30), EndIsVendors = true,
        });
        await _world.Type("/model opus@plan");
        await _world.Refusal("one");
        await _world.Type("/model allow never");

        var refusal = await _world.Refusal("two");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PinCooling));
        Assert.That(refusal.Actions.Select(action => action.Kind), Does.Not.Contain(ReplyActionKind.AllowOnce));
    }

    [Test]
    public async Task Allow_session_holds_while_the_choice_stands()
    {
        await PayBySubscription();
        await _world.Refusal("second");
        await _world.Answer("/model allow session");

        var third = await _world.Answer("third");

        Assert.That(third.Receipt.Profile.Name, Is.EqualTo("anthropic:api"));
    }

    [Test]
    public async Task Consent_is_refused_when_the_choice_has_moved()
    {
        await PayBySubscription();
        await _world.Refusal("second");
        await _world.Type("/model sonnet");

        var late = await _world.Refusal("/model allow");

        Assert.That(late.Code, Is.EqualTo(ErrorCode.ChoiceMoved));
    }

    [Test]
    public async Task Never_refuses_without_asking_again()
    {
        await PayBySubscription();
        await _world.Refusal("second");
        await _world.Type<CommandReply.Consented>("/model allow never");

        var third = await _world.Refusal("third");

        Assert.That(third.Code, Is.EqualTo(ErrorCode.ConsentDenied));
    }

    [Test]
    public async Task Deny_drops_the_question_and_sends_nothing()
    {
        await PayBySubscription();
        await _world.Refusal("second");

        var reply = await _world.Type<CommandReply.Consented>("/model deny");

        Assert.That(reply.Scope, Is.Null);
        Assert.That(_world.Vendor.Seen.Select(seen => seen.Profile.Name), Does.Not.Contain("api"));
    }

    [Test]
    public async Task Consent_after_a_quarter_of_an_hour_serves_the_next_message_instead()
    {
        _world.Credentials.Login("anthropic:plan").Key("anthropic:api");
        await _world.Answer("first");
        _world.Vendor.Fail("anthropic:plan", () => new VendorException(ErrorCode.VendorUnpaid, FailureReason.Billing));
        await _world.Refusal("second");
        _world.Time.Advance(TimeSpan.FromMinutes(16));

        var reply = await _world.Type<CommandReply.Consented>("/model allow");
        var answer = await _world.Answer("second, again");

        Assert.That(reply.SendAgain, Is.True);
        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:api"));
    }

    [Test]
    public async Task Consent_of_one_person_does_not_serve_another()
    {
        await using var world = SharedWorld();
        await world.Answer("first", world.Shared(1));
        world.Vendor.Fail("anthropic:plan", Limited);
        await world.Refusal("second", world.Shared(1));
        world.Time.Advance(TimeSpan.FromMinutes(20));
        await world.Type<CommandReply.Consented>("/model allow", world.Shared(1));

        var other = await world.Refusal("third", world.Shared(2));

        Assert.That(other.Code, Is.EqualTo(ErrorCode.PayerChange).Or.EqualTo(ErrorCode.VendorLimited));
        Assert.That(world.Vendor.Seen.Select(seen => seen.Profile.Name), Does.Not.Contain("api"));
    }

    [TestCase("/model reset")]
    [TestCase("/model unpin")]
    public async Task Choice_whose_reply_named_the_payer_is_charged_without_a_question(string typed)
    {
        _world.Credentials.Login("anthropic:plan").Key("anthropic:api");
        await _world.Type("/model opus@api");
        await _world.Answer("first");

        var reply = await _world.Type<CommandReply.ChoiceChanged>(typed);
        var answer = await _world.Answer("second");

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo(reply.Resolution.Next!.Name));
    }

    [Test]
    public async Task End_of_a_pin_that_brings_another_class_back_is_asked_about()
    {
        _world.Credentials.Login("anthropic:plan").Key("anthropic:api").Order("anthropic", "anthropic:api");
        await _world.Type("/model opus@plan for 2h");
        await _world.Answer("first");
        _world.Time.Advance(TimeSpan.FromHours(3));

        var refusal = await _world.Refusal("second");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PayerChange));
        Assert.That(refusal.Notices.OfType<Notice.ChoiceEnded>(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Model_of_another_vendor_is_charged_because_the_reply_named_it()
    {
        _world.Credentials.Login("anthropic:plan").Key("openai:work");
        await _world.Answer("first");
        await _world.Type("/model gpt");

        var answer = await _world.Answer("second");

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("openai:work"));
        Assert.That(answer.Notices.OfType<Notice.PayerChanged>(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Credential_replaced_under_an_unpinned_session_is_asked_about()
    {
        _world.Credentials.Key("anthropic:api");
        await _world.Answer("first");
        _world.Credentials.Key("anthropic:api", "the-key-of-somebody-else");

        var refusal = await _world.Refusal("second");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PayerChange));
    }

    [Test]
    public async Task First_message_is_compared_with_the_profile_that_would_be_first()
    {
        _world.Credentials.Login("anthropic:plan").Key("anthropic:api")
            .Usage("anthropic:plan", new ProfileHealth { CooldownUntil = _world.Time.GetUtcNow().AddMinutes(30) });

        var refusal = await _world.Refusal("first");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PayerChange));
    }

    [Test]
    public async Task Ask_once_without_a_profile_asks_when_its_payer_is_not_the_last()
    {
        _world.Credentials.Login("anthropic:plan").Key("openai:work");
        await _world.Answer("first");

        var refusal = await _world.Refusal("/gpt what?");
        var named = await _world.Answer("/gpt@work what?");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.PayerChange));
        Assert.That(named.Receipt.Profile.Name, Is.EqualTo("openai:work"));
    }

    [Test]
    public async Task Ask_once_at_another_provider_in_a_session_with_pins_is_refused_with_the_way()
    {
        _world.Credentials.Login("anthropic:plan").Key("openai:work");
        await _world.Type("/model opus@plan");

        var refusal = await _world.Refusal("/gpt what?");

        Assert.That(refusal.Code, Is.EqualTo(ErrorCode.OtherCredentialPinned));
        Assert.That(refusal.Works, Is.EqualTo(new[] { "/gpt@openai:work" }));
    }

    [TestCase(ConsentPreset.Allow, null)]
    [TestCase(ConsentPreset.Refuse, "consent-denied")]
    public async Task Preset_answers_in_the_operators_place(ConsentPreset preset, string? code)
    {
        await using var world = new TestWorld(settings => settings with { Consent = new ConsentPresets(SubscriptionToMetered: preset) });
        world.Credentials.Login("anthropic:plan").Key("anthropic:api");
        await world.Answer("first");
        world.Vendor.Fail("anthropic:plan", Limited);

        var result = await world.Ask("second");

        Assert.That((result as AskResult.Refused)?.Reply is CommandReply.Failed failed ? failed.Code.Id : null, Is.EqualTo(code));
        if (result is AskResult.Answer answer) Assert.That(answer.Notices.OfType<Notice.PayerChanged>(), Has.Exactly(1).Items);
    }

    private static TestWorld SharedWorld()
    {
        var world = new TestWorld(settings => settings with
        {
            AccessRules = [new("group", false, Core.Access.Rights.All, null, null, TestWorld.Pattern("telegram:7:-100"))],
            Profiles = new[] { "anthropic:plan", "anthropic:api" }.Select(ProfileId.Parse).ToDictionary(
                id => id, id => new ProfileSettings(id, null, null, null, new ProfileAudience(null, null, true))),
        });
        world.Credentials.Login("anthropic:plan").Key("anthropic:api");
        return world;
    }
}
